package io.selftimed.moveup;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Says in a sentence why a database broke off. Never repeats its words, which may hold
 * what stands in a row.
 */
final class BrokenOff {

	private BrokenOff() {
	}

	/** What is wrong and the cure. */
	static String sentence(Throwable failure) {
		String state = state(failure);
		if (state == null) {
			return "The schema could not be built in the database at spring.datasource.url: name an empty one.";
		}
		return switch (state) {
			case "3D000" -> "There is no database of that name at spring.datasource.url: make it, with createdb.";
			case "42501" ->
				"The user of spring.datasource.username may not make tables there: let it own the " + "database.";
			case "55P03" -> "The database at spring.datasource.url is in use: stop the Selftimed that runs over it.";
			case "53100" -> "The disk of PostgreSQL is full: make room there, and run it again.";
			case "22021" -> "A text holds a character that PostgreSQL cannot keep (SQLSTATE 22021): report it.";
			default -> byClass(state);
		};
	}

	private static String byClass(String state) {
		return switch (state.substring(0, 2)) {
			case "08", "57" -> "The database at spring.datasource.url cannot be reached, or went away: start it, or "
					+ "correct spring.datasource.url, and run it again.";
			case "28" -> "PostgreSQL does not let spring.datasource.username in: correct it, or "
					+ "spring.datasource.password.";
			default -> "A database broke off (SQLSTATE " + state + "), and nothing was kept: look into its log, and "
					+ "run it again.";
		};
	}

	private static @Nullable String state(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().length() == 5) {
				return sql.getSQLState();
			}
		}
		return null;
	}

}
