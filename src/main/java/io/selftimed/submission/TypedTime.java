package io.selftimed.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.selftimed.race.ClockTime;
import org.jspecify.annotations.Nullable;

/**
 * What the three boxes of the clock time say: hours, minutes and seconds, or a whole time
 * in the first with the others blank. What is finer than a tenth is rounded up, as
 * timekeepers do.
 */
sealed interface TypedTime {

	/** Digits of one box. */
	Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

	/** Seconds of their box. */
	Pattern SECONDS = Pattern.compile("([0-9]{1,9})(?:[.,]([0-9]{1,9}))?");

	/**
	 * A time.
	 *
	 * @param time the time
	 * @param finer the same as typed, if that was finer than a tenth; else null
	 */
	record Read(ClockTime time, @Nullable String finer) implements TypedTime {
	}

	/**
	 * No time.
	 *
	 * @param refusals why, never empty
	 */
	record Unread(List<Checked.Refusal> refusals) implements TypedTime {

		static Unread because(String field, String message, Object... arguments) {
			return new Unread(List.of(Checked.Refusal.of(field, message, arguments)));
		}

	}

	/**
	 * Reads the boxes; a blank one counts as 0 beside a filled one.
	 */
	static TypedTime of(@Nullable String hours, @Nullable String minutes, @Nullable String seconds) {
		String first = TypedResult.trimmed(hours);
		boolean othersBlank = TypedResult.trimmed(minutes).isEmpty() && TypedResult.trimmed(seconds).isEmpty();
		if (first.isEmpty() && othersBlank) {
			return Unread.because("time", "refusal.time.missing");
		}
		WholeTime whole = (othersBlank && !DIGITS.matcher(first).matches()) ? WholeTime.of(first) : null;
		return (whole != null) ? of(whole) : boxes(first, TypedResult.trimmed(minutes), TypedResult.trimmed(seconds));
	}

	private static TypedTime of(WholeTime whole) {
		for (String part : List.of("minutes", "seconds")) {
			if (whole.overflows(part)) {
				return Unread.because("hours", "refusal." + part + ".range");
			}
		}
		return of(whole.inSeconds(), whole.fraction());
	}

	private static TypedTime boxes(String hours, String minutes, String seconds) {
		List<Checked.Refusal> refusals = new ArrayList<>();
		long wholeHours = box("hours", hours, "refusal.time.whole", 999, refusals);
		long wholeMinutes = box("minutes", minutes, "refusal.time.digits", 59, refusals);
		Matcher parts = SECONDS.matcher(seconds);
		boolean decimals = parts.matches() && parts.group(2) != null;
		long wholeSeconds = box("seconds", decimals ? parts.group(1) : seconds, "refusal.time.digits", 59, refusals);
		if (!refusals.isEmpty()) {
			return new Unread(List.copyOf(refusals));
		}
		return of((wholeHours * 60 + wholeMinutes) * 60 + wholeSeconds, decimals ? parts.group(2) : "");
	}

	private static long box(String field, String text, String notDigits, long highest, List<Checked.Refusal> refusals) {
		if (text.isEmpty()) {
			return 0;
		}
		if (!DIGITS.matcher(text).matches()) {
			refusals.add(Checked.Refusal.of(field, notDigits, field));
			return 0;
		}
		long value = Long.parseLong(text);
		if (value > highest) {
			refusals.add(Checked.Refusal.of(field, "refusal." + field + ".range"));
		}
		return value;
	}

	private static TypedTime of(long seconds, String fraction) {
		String decimals = fraction.replaceAll("0+$", "");
		long milliseconds = seconds * 1000;
		if (!decimals.isEmpty()) {
			milliseconds += (decimals.charAt(0) - '0' + ((decimals.length() > 1) ? 1 : 0)) * 100L;
		}
		if (milliseconds == 0) {
			return Unread.because("time", "refusal.time.zero");
		}
		return ClockTime.isClockTime(milliseconds)
				? new Read(new ClockTime(milliseconds), (decimals.length() > 1) ? clock(seconds, decimals) : null)
				: Unread.because("hours", "refusal.hours.range");
	}

	private static String clock(long seconds, String decimals) {
		String hours = (seconds >= 3600) ? seconds / 3600 + ":" : "";
		return hours + String.format(Locale.ROOT, "%02d:%02d.", seconds / 60 % 60, seconds % 60) + decimals;
	}

}
