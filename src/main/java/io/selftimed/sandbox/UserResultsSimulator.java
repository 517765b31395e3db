package io.selftimed.sandbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers "Post User Submitted Virtual Results" as RunSignup does, as far as is known. A
 * batch with a bad item fails whole.
 */
final class UserResultsSimulator {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	/** What RunSignup takes for the format where none is named. */
	private static final String DEFAULT_FORMAT = "xml";

	private final SimulatedRaces races;

	private final KeptResults kept;

	private final ReceivedCalls calls;

	private final Clock clock;

	UserResultsSimulator(SimulatedRaces races, KeptResults kept, ReceivedCalls calls, Clock clock) {
		this.races = races;
		this.kept = kept;
		this.calls = calls;
		this.clock = clock;
	}

	/**
	 * Answers a call; what it brought is kept before.
	 * @param call the call
	 * @return the answer, always to be sent with status 200
	 */
	String answer(UserResultsCall call) {
		SandboxKey key = SandboxKey.of(call).orElse(null);
		try {
			List<KeptResult> results = receive(call, key);
			log(call, key, results.size(), null);
			return UserResultsAnswers.received(results);
		}
		catch (CallError ex) {
			log(call, key, 0, ex.code());
			return UserResultsAnswers.error(ex);
		}
	}

	private List<KeptResult> receive(UserResultsCall call, @Nullable SandboxKey key) {
		if (key == null) {
			throw CallError.keyAuthenticationFailed();
		}
		demandJson(call.query().get("format"));
		SimulatedEvent event = event(call);
		demandJson(call.form().get("request_format"));
		JsonNode items = items(call.form().get("request"));
		synchronized (this.kept) {
			List<KeptResult> results = read(items, event, resultSet(call, event));
			this.kept.keep(results);
			return results;
		}
	}

	private static void demandJson(@Nullable String format) {
		String named = (format != null) ? format : DEFAULT_FORMAT;
		if (!named.equals("json")) {
			throw CallError.formatNotSupported(named);
		}
	}

	private SimulatedEvent event(UserResultsCall call) {
		long raceId = id("race_id", call.raceId());
		if (!this.races.hasRace(raceId)) {
			throw CallError.raceNotFound();
		}
		String named = call.form().get("race_id");
		if (named == null || number(named).filter((id) -> id == raceId).isEmpty()) {
			throw CallError.invalidParameters("race_id is required, and the same as in the path.");
		}
		String eventId = call.form().get("event_id");
		if (eventId == null) {
			throw CallError.invalidParameters("event_id is required.");
		}
		return this.races.event(raceId, id("event_id", eventId)).orElseThrow(CallError::eventNotFound);
	}

	private static long id(String name, String digits) {
		return number(digits).orElseThrow(() -> CallError.invalidId(name + " is no number."));
	}

	private long resultSet(UserResultsCall call, SimulatedEvent event) {
		List<Long> known = event.resultSets();
		List<Long> usable = known.isEmpty() ? List.of(this.kept.madeResultSet(event.eventId())) : known;
		String named = call.form().get("individual_result_set_id");
		if (named != null && !named.isEmpty()) {
			return number(named).filter(usable::contains)
				.orElseThrow(() -> CallError.invalidId("No such individual_result_set_id in this event."));
		}
		if (usable.size() > 1) {
			throw CallError.invalidParameters("individual_result_set_id is required: there are several result sets.");
		}
		return usable.getFirst();
	}

	/** The one place that reads documents. JSON for now; XML joins here. */
	private static JsonNode items(@Nullable String request) {
		try {
			JsonNode items = JSON.readTree((request != null) ? request : "").path("virtual_results");
			if (items.isArray()) {
				return items;
			}
		}
		catch (JacksonException ex) {
			throw CallError.invalidParameters("request is no JSON.");
		}
		throw CallError.invalidParameters("request has no virtual_results.");
	}

	private List<KeptResult> read(JsonNode items, SimulatedEvent event, long resultSet) {
		long now = this.clock.instant().getEpochSecond();
		Map<Long, KeptResult> batch = new LinkedHashMap<>();
		List<KeptResult> results = new ArrayList<>();
		for (JsonNode node : items) {
			ResultItem item = ResultItem.read(node, event);
			Optional<KeptResult> before = Optional.ofNullable(batch.get(item.registrationId()))
				.or(() -> this.kept.find(event.eventId(), item.registrationId()));
			KeptResult result = kept(item, before.orElse(null), event.eventId(), resultSet, now);
			batch.put(item.registrationId(), result);
			results.add(result);
		}
		return results;
	}

	private static KeptResult kept(ResultItem item, @Nullable KeptResult before, long eventId, long resultSet,
			long now) {
		boolean unchanged = before != null && !item.tallyGiven();
		return new KeptResult(eventId, item.registrationId(), item.bib(), item.clockTime(), item.milliseconds(),
				item.elevationGain(), (before != null && unchanged) ? before.tally() : item.tally(), resultSet, now);
	}

	private void log(UserResultsCall call, @Nullable SandboxKey key, int results, @Nullable Integer error) {
		Long raceId = number(call.raceId()).orElse(null);
		Long eventId = number(call.form().getOrDefault("event_id", "")).orElse(null);
		this.calls.add(new ReceivedCall(this.clock.instant(), raceId, eventId, key, results, error));
	}

	private static Optional<Long> number(String digits) {
		return digits.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
	}

}
