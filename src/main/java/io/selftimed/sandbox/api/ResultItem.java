package io.selftimed.sandbox.api;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One result of a call, read by RunSignup's rules for an item.
 *
 * @param registrationId whose result it is
 * @param bib the bib of that registration
 * @param clockTime the time or the code, as it was sent
 * @param milliseconds the time in milliseconds, null for a code
 * @param elevationGain in millimetres, null where the event has none
 * @param tallyGiven whether the item speaks of the tally at all
 * @param tally the tally, null to clear it
 */
record ResultItem(long registrationId, long bib, String clockTime, @Nullable Long milliseconds,
		@Nullable Long elevationGain, boolean tallyGiven, @Nullable BigDecimal tally) {

	private static final Set<String> CODES = Set.of("DQ", "DNS", "DNF", "DNQ");

	private static final int TALLY_DIGITS = 18;

	private static final Pattern TIME = Pattern.compile("(\\d{1,3}):([0-5]\\d):([0-5]\\d)(?:\\.(\\d))?");

	/**
	 * Reads an item.
	 * @param item what was sent
	 * @param event the event it was sent to
	 * @return the item, its registration and bib known
	 * @throws CallError if a rule stands against it
	 */
	static ResultItem read(JsonNode item, SimulatedEvent event) {
		long registration = registration(item, event);
		long bib = event.runner(registration)
			.orElseThrow(() -> CallError.invalidId("No such registration_id in this event."))
			.bibOr(CallError::bibInvalid);
		String clockTime = clockTime(item);
		return new ResultItem(registration, bib, clockTime, milliseconds(clockTime), elevationGain(item, event),
				item.has("tally_value"), tally(item));
	}

	private static long registration(JsonNode item, SimulatedEvent event) {
		if (isSet(item, "registration_id")) {
			return number(item, "registration_id")
				.orElseThrow(() -> CallError.invalidId("registration_id is no number."));
		}
		if (!isSet(item, "bib_num")) {
			throw CallError.invalidParameters("Either registration_id or bib_num is required.");
		}
		return number(item, "bib_num").flatMap(event::registrationOf).orElseThrow(CallError::bibInvalid);
	}

	private static String clockTime(JsonNode item) {
		JsonNode value = item.path("clock_time");
		if (!value.isString()) {
			throw CallError.invalidParameters("clock_time is required.");
		}
		return value.stringValue();
	}

	private static @Nullable Long milliseconds(String clockTime) {
		if (CODES.contains(clockTime)) {
			return null;
		}
		Matcher time = TIME.matcher(clockTime);
		long milliseconds = time.matches() ? milliseconds(time) : 0;
		if (milliseconds == 0) {
			throw CallError.invalidParameters("clock_time is no time above zero and no code.");
		}
		return milliseconds;
	}

	private static long milliseconds(Matcher time) {
		long minutes = Long.parseLong(time.group(1)) * 60 + Long.parseLong(time.group(2));
		long seconds = minutes * 60 + Long.parseLong(time.group(3));
		String tenths = time.group(4);
		return seconds * 1000 + ((tenths != null) ? Long.parseLong(tenths) * 100 : 0);
	}

	private static @Nullable Long elevationGain(JsonNode item, SimulatedEvent event) {
		if (!event.elevationAllowed()) {
			return null;
		}
		return number(item, "elevation_gain_in_mm").filter((gain) -> gain >= 0)
			.orElseThrow(() -> CallError.invalidParameters("elevation_gain_in_mm is required."));
	}

	private static @Nullable BigDecimal tally(JsonNode item) {
		if (!isSet(item, "tally_value")) {
			return null;
		}
		JsonNode value = item.path("tally_value");
		if (value.isNumber() && isOfReason(value.decimalValue())) {
			return value.decimalValue();
		}
		throw CallError.invalidParameters("tally_value is no number.");
	}

	/** No number of few letters and a billion digits. */
	private static boolean isOfReason(BigDecimal tally) {
		return tally.precision() <= TALLY_DIGITS && Math.abs(tally.scale()) <= TALLY_DIGITS;
	}

	private static boolean isSet(JsonNode item, String name) {
		JsonNode value = item.path(name);
		return !value.isMissingNode() && !value.isNull() && !(value.isString() && value.stringValue().isEmpty());
	}

	private static Optional<Long> number(JsonNode item, String name) {
		JsonNode value = item.path(name);
		boolean fits = value.isIntegralNumber() && value.canConvertToLong();
		return fits ? Optional.of(value.longValue()) : Optional.empty();
	}

}
