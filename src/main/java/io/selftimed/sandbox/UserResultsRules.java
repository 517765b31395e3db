package io.selftimed.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps every rule of an item of "Post User Submitted Virtual Results". A batch with one
 * bad item fails whole: what RunSignup does is not known, and this is the harder case.
 */
class UserResultsRules {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Pattern CLOCK_TIME = Pattern.compile("(\\d{1,3}):([0-5]\\d):([0-5]\\d)(?:\\.(\\d))?");

	private static final Set<String> CODES = Set.of("DQ", "DNS", "DNF", "DNQ");

	private static final long FIRST_NEW_RESULT_SET = 52001;

	private final ReceivedResults results;

	UserResultsRules(ReceivedResults results) {
		this.results = results;
	}

	/**
	 * Reads a JSON document and keeps its results.
	 * @param event the event
	 * @param resultSet the result set that was named, null if none
	 * @param document the form field {@code request}
	 * @param now epoch seconds
	 * @return what is held now, in the order of the document
	 * @throws Fault if anything is against the rules; nothing is kept then
	 */
	List<StoredResult> receive(SandboxEvent event, @Nullable String resultSet, String document, long now) {
		JsonNode items = items(document);
		long set = resultSet(event, resultSet);
		List<StoredResult> received = new ArrayList<>();
		items.forEach((item) -> received.add(result(event, item, set, now)));
		this.results.keep(received);
		return received;
	}

	private static JsonNode items(String document) {
		try {
			JsonNode items = JSON.readTree(document).path("virtual_results");
			if (items.isArray() && !items.isEmpty()) {
				return items;
			}
		}
		catch (JacksonException ex) {
			// Said below.
		}
		throw new Fault(3, "Invalid parameters: request must be an object with a 'virtual_results' array.");
	}

	private long resultSet(SandboxEvent event, @Nullable String named) {
		if (named != null && !named.isBlank()) {
			return event.resultSets()
				.stream()
				.filter((set) -> set.toString().equals(named))
				.findFirst()
				.orElseThrow(() -> new Fault(15, "Invalid ID: no such result set in this event."));
		}
		if (event.resultSets().size() > 1) {
			throw new Fault(3, "Invalid parameters: individual_result_set_id is required for this event.");
		}
		return event.resultSets()
			.stream()
			.findFirst()
			.or(() -> this.results.resultSetOf(event.eventId()))
			.orElse(FIRST_NEW_RESULT_SET + event.eventId() % 1000);
	}

	private StoredResult result(SandboxEvent event, JsonNode item, long resultSet, long now) {
		long registration = registration(event, item);
		long bib = event.bibOf(registration).orElseThrow();
		String time = item.path("clock_time").asString("");
		Long elevation = event.elevation() ? elevation(item) : null;
		return new StoredResult(event.eventId(), registration, bib, time, milliseconds(time),
				tally(event, registration, item), elevation, resultSet, now);
	}

	private static long registration(SandboxEvent event, JsonNode item) {
		Optional<Long> registration = number(item.path("registration_id"));
		if (registration.isPresent()) {
			return registration.filter((id) -> event.bibOf(id).isPresent())
				.orElseThrow(() -> new Fault(15, "Invalid ID: no such registration in this event."));
		}
		return number(item.path("bib_num"))
			.map((bib) -> event.registrationOf(bib).orElseThrow(() -> new Fault(115, "Bib number is invalid.")))
			.orElseThrow(() -> new Fault(3, "Invalid parameters: registration_id or bib_num is required."));
	}

	private static @Nullable Long milliseconds(String time) {
		if (CODES.contains(time)) {
			return null;
		}
		Matcher parts = CLOCK_TIME.matcher(time);
		if (!parts.matches()) {
			throw new Fault(3, "Invalid parameters: clock_time must be hhh:mm:ss.s, DQ, DNS, DNF or DNQ.");
		}
		long seconds = (Long.parseLong(parts.group(1)) * 60 + Long.parseLong(parts.group(2))) * 60
				+ Long.parseLong(parts.group(3));
		long milliseconds = seconds * 1000 + ((parts.group(4) != null) ? Long.parseLong(parts.group(4)) * 100 : 0);
		if (milliseconds == 0) {
			throw new Fault(3, "Invalid parameters: clock_time must be above zero.");
		}
		return milliseconds;
	}

	/** Absent: unchanged; null or empty: cleared; a number: set. */
	private @Nullable String tally(SandboxEvent event, long registration, JsonNode item) {
		JsonNode tally = item.path("tally_value");
		if (tally.isMissingNode()) {
			return this.results.find(event.eventId(), registration).map(StoredResult::tally).orElse(null);
		}
		if (tally.isNull() || tally.asString("").isBlank()) {
			return null;
		}
		if (!tally.asString().matches("\\d+(\\.\\d+)?")) {
			throw new Fault(3, "Invalid parameters: tally_value must be a number.");
		}
		return tally.asString();
	}

	private static Long elevation(JsonNode item) {
		return number(item.path("elevation_gain_in_mm")).filter((gain) -> gain >= 0)
			.orElseThrow(() -> new Fault(3, "Invalid parameters: elevation_gain_in_mm is required for this event."));
	}

	private static Optional<Long> number(JsonNode node) {
		if (node.isIntegralNumber() && node.canConvertToLong()) {
			return Optional.of(node.longValue());
		}
		boolean digits = node.isString() && node.stringValue().matches("\\d{1,18}");
		return digits ? Optional.of(Long.valueOf(node.stringValue())) : Optional.empty();
	}

}
