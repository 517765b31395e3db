package io.selftimed.organizer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.selftimed.Room;
import io.selftimed.backup.BackupDesk;
import io.selftimed.delivery.Leaving;
import io.selftimed.delivery.Repeating;
import io.selftimed.delivery.Settling;
import io.selftimed.race.EventCatalog;
import io.selftimed.race.RaceTables;
import io.selftimed.race.roster.RosterEdits;
import io.selftimed.race.roster.RosterFetchRequests;
import io.selftimed.race.roster.RosterImports;
import io.selftimed.race.roster.RosterTables;
import io.selftimed.security.Audit;
import io.selftimed.submission.Decided;
import io.selftimed.submission.Decisions;
import io.selftimed.submission.DeliveryProgress;
import io.selftimed.submission.OnBehalf;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What other modules do for the organizers' pages, for tests of pages that do not need
 * it: nothing.
 */
public class OtherModules {

	/** A test may take it away, and gives it back. */
	static final AtomicBoolean FULL = new AtomicBoolean();

	@Bean
	Room room() {
		return () -> !FULL.get();
	}

	@Bean
	EventCatalog events(JdbcClient jdbc, TransactionOperations transactions) {
		return RaceTables.over(jdbc, transactions).events();
	}

	@Bean
	Decisions decisions() {
		return (event, submission, version, organizer, ruling) -> new Decided.NotPossible();
	}

	@Bean
	Repeating repeating() {
		return (event, participant, version, organizer) -> false;
	}

	@Bean
	Leaving leaving() {
		return (event, participant, seen, shown, organizer) -> participant == 1;
	}

	@Bean
	DeliveryProgress progress() {
		return (submission) -> new DeliveryProgress.Progress(DeliveryProgress.Stage.WAITING, null, 0, null);
	}

	@Bean
	Settling settling() {
		return (event, participant, organizer) -> false;
	}

	@Bean
	OnBehalf onBehalf() {
		return (event, typed, organizer) -> new OnBehalf.Entry.Refused(List.of());
	}

	@Bean
	RosterFetchRequests rosterFetches(JdbcClient jdbc) {
		return RosterTables.requests(jdbc);
	}

	@Bean
	RosterImports rosterImports(JdbcClient jdbc, NamedParameterJdbcOperations batches,
			TransactionOperations transactions, Audit audit) {
		return RosterTables.imports(jdbc, batches, transactions, audit);
	}

	@Bean
	RosterEdits rosterEdits(JdbcClient jdbc, TransactionOperations transactions, Audit audit) {
		return RosterTables.edits(jdbc, transactions, audit, (event) -> {
		});
	}

	/** An H2 file that was never copied, in a folder with room. */
	@Bean
	BackupDesk backups() {
		return new BackupDesk() {
			@Override
			public Standing standing() {
				return new Standing(true, Path.of("backups"), List.of(), Duration.ofDays(1), 7,
						new Space(500_000_000, 1_200_000, 200_000_000), false, null);
			}

			@Override
			public Outcome backUpNow() {
				return new Outcome.Made(new Copy("selftimed-20260502T060000Z.zip", Instant.EPOCH, 1));
			}
		};
	}

}
