package io.selftimed.race;

import io.selftimed.TestDatabase;
import io.selftimed.runsignup.Gates;
import io.selftimed.security.Audit;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * This module's tables, for the tests of modules that build on them.
 *
 * @param events the events
 * @param roster the roster
 * @param counts the counts
 */
public record RaceTables(EventCatalog events, Roster roster, EventCounts counts) {

	/** The tables in a test database. */
	public static RaceTables in(TestDatabase database) {
		return over(database.jdbc(), database.transactions());
	}

	/** The tables as one process sees them. */
	public static RaceTables over(JdbcClient jdbc, TransactionOperations transactions) {
		return new RaceTables(new JdbcEventCatalog(jdbc), new JdbcRoster(jdbc),
				new JdbcEventCounts(jdbc, transactions));
	}

	/** Sets races up in a database. */
	public static RaceSetup raceSetup(JdbcClient jdbc, TransactionOperations transactions, Audit audit,
			Environment environment) {
		return new JdbcRaceSetup(jdbc, transactions, audit, environment);
	}

	/** Sets events up in a database. */
	public static EventSetup eventSetup(JdbcClient jdbc, TransactionOperations transactions, Gates gates, Audit audit) {
		return new JdbcEventSetup(jdbc, new JdbcEventCatalog(jdbc), transactions, gates, audit);
	}

}
