package io.selftimed.submission;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A birth date as a tired runner types it into one box. One box, because three are three
 * taps and a browser fills one by itself ({@code bday}); and text, because the date wheel
 * of a phone begins at today and takes decades of turning. The year first is always
 * understood; the year last only where day and month cannot be mistaken for each other,
 * as half the world writes one first and half the other.
 */
final class BirthDate {

	private static final Pattern YEAR_FIRST = Pattern
		.compile("([0-9]{4})\\s*[-/. ]?\\s*([0-9]{1,2})\\s*[-/. ]\\s*([0-9]{1,2})");

	private static final Pattern EIGHT_DIGITS = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

	private static final Pattern YEAR_LAST = Pattern
		.compile("([0-9]{1,2})\\s*[-/. ]\\s*([0-9]{1,2})\\s*[-/. ]\\s*([0-9]{4})");

	private BirthDate() {
	}

	/**
	 * Reads a date.
	 * @param typed at most 40 characters count
	 * @return the date, null if it is none or may be one of two
	 */
	static @Nullable LocalDate read(String typed) {
		String text = typed.strip();
		if (text.length() > 40) {
			return null;
		}
		Matcher eight = EIGHT_DIGITS.matcher(text);
		Matcher first = eight.matches() ? eight : YEAR_FIRST.matcher(text);
		if (first.matches()) {
			return date(first.group(1), first.group(2), first.group(3));
		}
		Matcher last = YEAR_LAST.matcher(text);
		return last.matches() ? yearLast(last.group(3), last.group(1), last.group(2)) : null;
	}

	private static @Nullable LocalDate yearLast(String year, String one, String other) {
		LocalDate american = date(year, one, other);
		LocalDate european = date(year, other, one);
		if (american == null || european == null) {
			return (american != null) ? american : european;
		}
		return american.equals(european) ? american : null;
	}

	private static @Nullable LocalDate date(String year, String month, String day) {
		try {
			return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
