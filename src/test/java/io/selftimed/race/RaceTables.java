package io.selftimed.race;

import io.selftimed.TestDatabase;

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
		return new RaceTables(new JdbcEventCatalog(database.jdbc()), new JdbcRoster(database.jdbc()),
				new JdbcEventCounts(database.jdbc(), database.transactions()));
	}

}
