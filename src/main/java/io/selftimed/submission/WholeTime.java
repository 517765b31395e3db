package io.selftimed.submission;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A whole clock time as people write it into one box: {@code 1:23:45}, {@code 83:45},
 * {@code 1h23m45.6s}, {@code 24'31"}, {@code 24m31}, with point or comma. Two parts with
 * a colon are minutes and seconds.
 *
 * @param hours the hours, null if not said
 * @param minutes the minutes, null if not said
 * @param seconds the whole seconds, null if not said
 * @param fraction the decimals of the seconds, empty if none
 */
record WholeTime(@Nullable Long hours, @Nullable Long minutes, @Nullable Long seconds, String fraction) {

	/** What is longer is no time; this keeps the patterns quick as well. */
	private static final int LONGEST = 40;

	private static final Pattern COLONS = Pattern
		.compile("(?:([0-9]{1,3}):)?([0-9]{1,5}):([0-9]{2})(?:[.,]([0-9]{1,9}))?");

	private static final Pattern UNITS = Pattern.compile("(?:([0-9]{1,3})\\s*h(?:(?:ou)?rs?|oras?|eures?)?\\.?[\\s,]*)?"
			+ "(?:([0-9]{1,5})\\s*(?:m(?:in(?:ut[eo])?s?)?\\.?|')[\\s,]*)?"
			+ "(?:([0-9]{1,6})(?:[.,]([0-9]{1,9}))?\\s*(s(?:ec(?:onde?)?s?|eg(?:undo)?s?)?\\.?|\")?)?");

	/**
	 * Reads a text.
	 * @param text what was typed
	 * @return the time, null if the text is none
	 */
	static @Nullable WholeTime of(String text) {
		if (text.length() > LONGEST) {
			return null;
		}
		String plain = plain(text);
		Matcher colons = COLONS.matcher(plain);
		if (colons.matches()) {
			return of(colons.group(1), colons.group(2), colons.group(3), colons.group(4));
		}
		Matcher units = UNITS.matcher(plain);
		return units.matches() ? ofUnits(units) : null;
	}

	/** A last number without a unit is of the unit that follows the one before. */
	private static @Nullable WholeTime ofUnits(Matcher units) {
		boolean unnamed = units.group(3) != null && units.group(5) == null;
		if (!unnamed || units.group(2) != null) {
			return of(units.group(1), units.group(2), units.group(3), units.group(4));
		}
		boolean minutes = units.group(1) != null && units.group(4) == null;
		return minutes ? of(units.group(1), units.group(3), null, null) : null;
	}

	private static WholeTime of(@Nullable String hours, @Nullable String minutes, @Nullable String seconds,
			@Nullable String fraction) {
		return new WholeTime(number(hours), number(minutes), number(seconds), (fraction != null) ? fraction : "");
	}

	/**
	 * Whether minutes, or seconds, are more than the part before them leaves room for.
	 */
	boolean overflows(String part) {
		if (part.equals("minutes")) {
			return this.hours != null && this.minutes != null && this.minutes > 59;
		}
		return (this.hours != null || this.minutes != null) && this.seconds != null && this.seconds > 59;
	}

	/** The whole seconds of all parts together. */
	long inSeconds() {
		return (orZero(this.hours) * 60 + orZero(this.minutes)) * 60 + orZero(this.seconds);
	}

	private static long orZero(@Nullable Long value) {
		return (value != null) ? value : 0;
	}

	private static @Nullable Long number(@Nullable String digits) {
		return (digits != null) ? Long.valueOf(digits) : null;
	}

	/** In small letters, with plain signs for the printer's ones. */
	private static String plain(String text) {
		return text.toLowerCase(Locale.ROOT)
			.replace('\u00a0', ' ')
			.replace('\u202f', ' ')
			.replace('\uff1a', ':')
			.replaceAll("[\u2032\u2019\u00b4]", "'")
			.replaceAll("[\u2033\u201d]|''", "\"")
			.replaceAll("\\s*:\\s*", ":")
			.strip();
	}

}
