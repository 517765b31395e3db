package io.selftimed.runsignup;

import java.time.InstantSource;

import io.selftimed.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * This module's tables, for the tests of modules that build on them.
 */
public final class RunSignupTables {

	private RunSignupTables() {
	}

	/** The gates in a test database. */
	public static Gates gates(TestDatabase database, InstantSource time) {
		return gates(database.jdbc(), time);
	}

	/** The gates in a database. */
	public static Gates gates(JdbcClient jdbc, InstantSource time) {
		return new JdbcGates(jdbc, time);
	}

}
