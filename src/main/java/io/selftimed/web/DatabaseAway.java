package io.selftimed.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

import org.springframework.transaction.TransactionSystemException;

/**
 * Tells by what was thrown whether the database is away: it cannot be reached, stops or
 * starts, or has no room on its disk. Another try, a minute later, may go well then.
 */
final class DatabaseAway {

	/**
	 * Classes of states: no connection; not enough of something, such as disk; trouble of
	 * the system.
	 */
	private static final Set<String> CLASSES = Set.of("08", "53", "58");

	/** PostgreSQL is shut down, crashed, starts, or lets itself be read only. */
	private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "57P05", "25006");

	/** H2 cannot read or write its file, or has closed it after that. */
	private static final Set<Integer> CODES = Set.of(90028, 90031, 90098, 90121);

	/** What H2 throws when a write to its file fails. */
	private static final String STORE_FAILURE = "org.h2.mvstore.MVStoreException";

	private static final int DEEPEST = 30;

	private DatabaseAway() {
	}

	/** Whether that is the cause. */
	static boolean is(Throwable thrown) {
		Throwable cause = thrown;
		for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
			if (says(cause)) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

	private static boolean says(Throwable cause) {
		return cause instanceof SQLTransientConnectionException || saidBeforeItsRollback(cause)
				|| (cause instanceof SQLException failure && says(failure))
				|| cause.getClass().getName().equals(STORE_FAILURE);
	}

	/**
	 * Where a connection breaks in a transaction, it cannot be rolled back either, and
	 * the failure of that hides the first.
	 */
	private static boolean saidBeforeItsRollback(Throwable cause) {
		Throwable first = (cause instanceof TransactionSystemException ended) ? ended.getApplicationException() : null;
		return first != null && is(first);
	}

	private static boolean says(SQLException failure) {
		String state = failure.getSQLState();
		return CODES.contains(failure.getErrorCode()) || (state != null && state.length() == 5
				&& (STATES.contains(state) || CLASSES.contains(state.substring(0, 2))));
	}

}
