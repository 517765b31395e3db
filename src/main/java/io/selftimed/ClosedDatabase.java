package io.selftimed;

import java.sql.SQLException;
import java.util.Set;

import com.zaxxer.hikari.SQLExceptionOverride;

/**
 * Tells the pool which connections are of no more use. When H2 cannot write to its file,
 * as the disk is full, it closes the database for all connections that are open, and
 * opens it anew only after the last of them is gone. The pool would keep them, as their
 * state is none that it knows, and nothing could be read or written until the next start.
 */
public class ClosedDatabase implements SQLExceptionOverride {

	/** H2's codes of a database that is closed, and one that is about to be. */
	private static final Set<Integer> CLOSED = Set.of(90098, 90121);

	@java.lang.Override
	public Override adjudicate(SQLException failure) {
		return CLOSED.contains(failure.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
	}

}
