package io.selftimed.race.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * In which order a file writes day and month. The year first is always understood.
 */
public enum DateOrder {

	/** Not known: dates that may be read in two ways are refused. */
	UNKNOWN,
	/** As in 12/31/1990. */
	MONTH_FIRST,
	/** As in 31.12.1990. */
	DAY_FIRST;

	private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ]?(\\d{1,2})[-/. ]?(\\d{1,2})(?:[T ].*)?");

	private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/. ]+(\\d{1,2})[-/. ]+(\\d{4})(?: .*)?");

	/**
	 * The order that some date of a file gives away, {@link #UNKNOWN} if none does, or
	 * two contradict each other.
	 */
	static DateOrder of(List<String> dates) {
		boolean month = false;
		boolean day = false;
		for (String date : dates) {
			Matcher last = YEAR_LAST.matcher(date);
			if (last.matches()) {
				month |= Integer.parseInt(last.group(2)) > 12;
				day |= Integer.parseInt(last.group(1)) > 12;
			}
		}
		if (month == day) {
			return UNKNOWN;
		}
		return month ? MONTH_FIRST : DAY_FIRST;
	}

	/** Reads a date, null if it is none or may be one of two. */
	@Nullable LocalDate read(String date) {
		Matcher first = YEAR_FIRST.matcher(date);
		if (first.matches()) {
			return date(first.group(1), first.group(2), first.group(3));
		}
		Matcher last = YEAR_LAST.matcher(date);
		if (!last.matches()) {
			return null;
		}
		LocalDate american = date(last.group(3), last.group(1), last.group(2));
		LocalDate european = date(last.group(3), last.group(2), last.group(1));
		return switch (this) {
			case MONTH_FIRST -> american;
			case DAY_FIRST -> european;
			case UNKNOWN -> (american != null && american.equals(european)) ? american : null;
		};
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
