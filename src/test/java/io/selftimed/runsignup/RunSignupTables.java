package io.selftimed.runsignup;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

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

	/** Lanes in a test database, with clocks of the test. */
	public static Lanes lanes(TestDatabase database, InstantSource time, LongSupplier nanoTime, Duration deadline) {
		RunSignupSettings settings = new RunSignupSettings(null, false, null, null, "json", deadline);
		return new JdbcLanes(database.jdbc(), database.transactions(), time, settings, nanoTime);
	}

	/** A caller that is not registered. */
	public static ApiCaller unregistered(InstantSource time) {
		return new ApiCaller(new RunSignupSettings(null, false, null, null, "json", Duration.ofSeconds(30)), time);
	}

	/** As the client asks just before a call. */
	public static boolean hasTimeFor(Lane lane, Duration deadline) {
		return ((LeasedLane) lane).hasTimeFor(deadline);
	}

	/** As the client does after an outcome that is not known. */
	public static void stayShut(Lane lane) {
		((LeasedLane) lane).stayShut();
	}

}
