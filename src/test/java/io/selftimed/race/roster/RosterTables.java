package io.selftimed.race.roster;

import java.time.Duration;
import java.time.InstantSource;

import io.selftimed.race.RaceTables;
import io.selftimed.security.Audit;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * This package's tables, for the tests of modules that build on them.
 */
public final class RosterTables {

	private RosterTables() {
	}

	/** Takes up wishes. */
	public static RosterFetchRequests requests(JdbcClient jdbc) {
		return new RosterFetches(jdbc, RaceTables.over(jdbc, TransactionOperations.withoutTransaction()).events(),
				new RosterSettings(Duration.ofMinutes(15)), InstantSource.system());
	}

	/**
	 * Takes files; nobody has a call under way, and nobody follows when two become one.
	 */
	public static RosterImports imports(JdbcClient jdbc, NamedParameterJdbcOperations batches,
			TransactionOperations transactions, Audit audit) {
		return new KeptRosterImports(jdbc, transactions, new RosterRows(jdbc, batches),
				merging(jdbc, transactions, (event) -> {
				}), audit, InstantSource.system());
	}

	/** Changes rosters. */
	public static RosterEdits edits(JdbcClient jdbc, TransactionOperations transactions, Audit audit,
			ApplicationEventPublisher publisher) {
		return new LockedRosterEdits(jdbc, transactions, merging(jdbc, transactions, publisher), publisher, audit,
				InstantSource.system());
	}

	/** Changes rosters while calls may be under way. */
	public static RosterEdits edits(JdbcClient jdbc, TransactionOperations transactions, CallsInFlight calls,
			ApplicationEventPublisher publisher) {
		return new LockedRosterEdits(jdbc, transactions, new Merging(jdbc, transactions, calls, publisher), publisher,
				(what, race, about) -> {
				}, InstantSource.system());
	}

	static Merging merging(JdbcClient jdbc, TransactionOperations transactions, ApplicationEventPublisher publisher) {
		return new Merging(jdbc, transactions, (participant) -> false, publisher);
	}

}
