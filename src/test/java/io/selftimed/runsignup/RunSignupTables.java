package io.selftimed.runsignup;

import java.time.InstantSource;

import io.selftimed.TestDatabase;

/**
 * This module's tables, for the tests of modules that build on them.
 */
public final class RunSignupTables {

	private RunSignupTables() {
	}

	/** The gates in a test database. */
	public static Gates gates(TestDatabase database, InstantSource time) {
		return new JdbcGates(database.jdbc(), time);
	}

}
