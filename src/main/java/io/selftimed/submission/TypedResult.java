package io.selftimed.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.selftimed.race.ClockTime;
import io.selftimed.race.ElevationGain;
import org.jspecify.annotations.Nullable;

/**
 * Reads a form's boxes as values, and says at which box it could not.
 */
final class TypedResult {

	private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

	private static final Pattern SECONDS = Pattern.compile("([0-9]{1,9})(?:[.,]([0-9]))?");

	private static final Pattern SECONDS_TOO_FINE = Pattern.compile("[0-9]{1,9}[.,][0-9]{2,}");

	/** At most two decimals: three could be thousands. */
	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(?:[.,][0-9]{1,2})?");

	private final List<Checked.Refusal> refusals = new ArrayList<>();

	List<Checked.Refusal> refusals() {
		return this.refusals;
	}

	/**
	 * The bib.
	 * @return the bib, null if it could not be read
	 */
	@Nullable Long bib(@Nullable String typed) {
		String text = trimmed(typed);
		if (text.isEmpty()) {
			return refuse("bib", "refusal.bib.missing");
		}
		return DIGITS.matcher(text).matches() ? Long.valueOf(text) : refuse("bib", "refusal.bib.digits");
	}

	/**
	 * The clock time of the three boxes; a blank box counts as 0 beside a filled one.
	 * @return the time, null if it could not be read
	 */
	@Nullable ClockTime clockTime(@Nullable String hours, @Nullable String minutes, @Nullable String seconds) {
		if (trimmed(hours).isEmpty() && trimmed(minutes).isEmpty() && trimmed(seconds).isEmpty()) {
			return refuse("time", "refusal.time.missing");
		}
		Long wholeHours = box("hours", trimmed(hours), 999);
		Long wholeMinutes = box("minutes", trimmed(minutes), 59);
		Long tenths = tenths(trimmed(seconds));
		if (wholeHours == null || wholeMinutes == null || tenths == null) {
			return null;
		}
		if (wholeHours + wholeMinutes + tenths == 0) {
			return refuse("time", "refusal.time.zero");
		}
		return ClockTime.of(wholeHours, wholeMinutes, tenths);
	}

	private @Nullable Long box(String field, String text, long highest) {
		if (text.isEmpty()) {
			return 0L;
		}
		if (!DIGITS.matcher(text).matches()) {
			return refuse(field, "refusal.time.digits", field);
		}
		long value = Long.parseLong(text);
		return (value <= highest) ? value : refuse(field, "refusal." + field + ".range");
	}

	private @Nullable Long tenths(String text) {
		if (text.isEmpty()) {
			return 0L;
		}
		if (SECONDS_TOO_FINE.matcher(text).matches()) {
			return refuse("seconds", "refusal.seconds.decimals");
		}
		var parts = SECONDS.matcher(text);
		if (!parts.matches()) {
			return refuse("seconds", "refusal.time.digits", "seconds");
		}
		long whole = Long.parseLong(parts.group(1));
		long tenth = (parts.group(2) != null) ? Long.parseLong(parts.group(2)) : 0;
		return (whole <= 59) ? whole * 10 + tenth : refuse("seconds", "refusal.seconds.range");
	}

	/**
	 * The elevation gain.
	 * @return the gain, null if blank or if it could not be read
	 */
	@Nullable ElevationGain elevationGain(@Nullable String typed, @Nullable String unit) {
		if (trimmed(typed).isEmpty()) {
			return null;
		}
		BigDecimal value = number(trimmed(typed), "elevationGain", "refusal.elevation.number");
		if (value == null) {
			return null;
		}
		if (!trimmed(unit).equals("m") && !trimmed(unit).equals("ft")) {
			return refuse("elevationUnit", "refusal.elevation.unit");
		}
		try {
			return new ElevationGain(value, ElevationGain.Unit.of(trimmed(unit)));
		}
		catch (IllegalArgumentException ex) {
			return refuse("elevationGain", "refusal.elevation.range");
		}
	}

	/**
	 * The tally.
	 * @return the number as typed, null if blank or if it could not be read
	 */
	@Nullable BigDecimal tally(@Nullable String typed) {
		return trimmed(typed).isEmpty() ? null : number(trimmed(typed), "tally", "refusal.tally.number");
	}

	private @Nullable BigDecimal number(String text, String field, String refusal) {
		return NUMBER.matcher(text).matches() ? new BigDecimal(text.replace(',', '.')) : refuse(field, refusal);
	}

	private <T> @Nullable T refuse(String field, String message, String... arguments) {
		this.refusals.add(Checked.Refusal.of(field, message, arguments));
		return null;
	}

	static String trimmed(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

}
