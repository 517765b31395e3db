package io.selftimed.organizer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.selftimed.race.ClockTime;
import org.jspecify.annotations.Nullable;

/**
 * Columns that several screens read the same way.
 */
public final class Columns {

	/** In front of a file, by which Excel knows UTF-8. */
	public static final String BYTE_ORDER_MARK = "\uFEFF";

	private static final String FORMULA_STARTS = "=+-@\t\r";

	private Columns() {
	}

	/** First and last name, null if none is known or both are erased. */
	public static @Nullable String name(ResultSet row) throws SQLException {
		String name = Stream.of(row.getString("first_name"), row.getString("last_name"))
			.filter((part) -> part != null && !part.isBlank())
			.collect(Collectors.joining(" "));
		return name.isEmpty() ? null : name;
	}

	/** The time of {@code clock_time_ms}, null if there is none. */
	public static @Nullable ClockTime clockTime(ResultSet row) throws SQLException {
		Long milliseconds = row.getObject("clock_time_ms", Long.class);
		return (milliseconds != null) ? new ClockTime(milliseconds) : null;
	}

	/** Elevation gain as typed with its unit, null if none. */
	public static @Nullable String elevation(ResultSet row) throws SQLException {
		String typed = row.getString("elevation_gain_typed");
		return (typed != null) ? typed + " " + row.getString("elevation_unit") : null;
	}

	/** Words separated by commas, none of an empty text. */
	public static List<String> words(String words) {
		return words.isEmpty() ? List.of() : List.of(words.split(","));
	}

	/**
	 * Text for a file, with a {@code '} before what a spreadsheet would run as a formula.
	 */
	public static @Nullable String unformulated(@Nullable String text) {
		return (text == null || text.isEmpty() || FORMULA_STARTS.indexOf(text.charAt(0)) < 0) ? text : "'" + text;
	}

}
