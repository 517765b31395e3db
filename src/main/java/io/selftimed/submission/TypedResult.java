package io.selftimed.submission;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

	/** At most two decimals: three could be thousands. */
	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(?:[.,][0-9]{1,2})?");

	/** As thousands are written, and decimals elsewhere. */
	private static final Pattern THOUSANDS = Pattern.compile("([0-9]{1,6})[.,]([0-9]{3})");

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
	 * The clock time of the three boxes, or of a whole time in the first.
	 * @return the time, null if it could not be read
	 */
	@Nullable ClockTime clockTime(@Nullable String hours, @Nullable String minutes, @Nullable String seconds) {
		return switch (TypedTime.of(hours, minutes, seconds)) {
			case TypedTime.Read read -> read.time();
			case TypedTime.Unread unread -> {
				this.refusals.addAll(unread.refusals());
				yield null;
			}
		};
	}

	/**
	 * The elevation gain.
	 * @return the gain, null if blank or if it could not be read
	 */
	@Nullable ElevationGain elevationGain(@Nullable String typed, @Nullable String unit) {
		if (trimmed(typed).isEmpty()) {
			return null;
		}
		BigDecimal value = number(trimmed(typed), "elevationGain", "refusal.elevation.number",
				"refusal.elevation.thousands");
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
		return trimmed(typed).isEmpty() ? null
				: number(trimmed(typed), "tally", "refusal.tally.number", "refusal.tally.thousands");
	}

	private @Nullable BigDecimal number(String text, String field, String notNumber, String thousand) {
		var thousands = THOUSANDS.matcher(text);
		if (thousands.matches()) {
			BigDecimal whole = new BigDecimal(thousands.group(1) + thousands.group(2));
			BigDecimal parted = new BigDecimal(thousands.group(1) + "." + thousands.group(2));
			return refuse(field, thousand, plain(whole), plain(parted.setScale(2, RoundingMode.HALF_UP)));
		}
		return NUMBER.matcher(text).matches() ? new BigDecimal(text.replace(',', '.')) : refuse(field, notNumber);
	}

	private static String plain(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

	private <T> @Nullable T refuse(String field, String message, Object... arguments) {
		this.refusals.add(Checked.Refusal.of(field, message, arguments));
		return null;
	}

	static String trimmed(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

}
