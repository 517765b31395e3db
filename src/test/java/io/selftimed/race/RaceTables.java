package io.selftimed.race;

import io.selftimed.TestDatabase;

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

}
