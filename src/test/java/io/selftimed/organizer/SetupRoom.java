package io.selftimed.organizer;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

import io.selftimed.race.EventSetup;
import io.selftimed.race.RaceSetup;
import io.selftimed.race.RaceTables;
import io.selftimed.runsignup.CallerCredential;
import io.selftimed.runsignup.Connections;
import io.selftimed.runsignup.Credentials;
import io.selftimed.runsignup.FirstLook;
import io.selftimed.runsignup.Gates;
import io.selftimed.runsignup.ProbeAnswer;
import io.selftimed.runsignup.ReadAnswer;
import io.selftimed.runsignup.RemotePage;
import io.selftimed.runsignup.RemoteParticipant;
import io.selftimed.runsignup.RemoteRace;
import io.selftimed.runsignup.RemoteResult;
import io.selftimed.runsignup.RemovedParticipant;
import io.selftimed.runsignup.ResultSet;
import io.selftimed.runsignup.RunSignupReads;
import io.selftimed.runsignup.RunSignupTables;
import io.selftimed.runsignup.VirtualSettings;
import io.selftimed.security.Audit;
import io.selftimed.security.KeyedHash;
import io.selftimed.security.PublicUrl;
import io.selftimed.security.SecretBox;
import io.selftimed.submission.FormPreview;
import io.selftimed.submission.SubmissionTables;
import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the pages that set a race up need beside them: the tables, and a RunSignup that
 * knows race 4900, lets the secret {@code good} in, and has one virtual event.
 */
@TestConfiguration(proxyBeanMethods = false)
class SetupRoom {

	private static final RemoteRace RACE = new RemoteRace(4900, "Published Examples", ZoneId.of("America/New_York"),
			null,
			List.of(new RemoteRace.RemoteEvent(49001, "JSON Example", "virtual_race",
					Instant.parse("2026-07-01T10:00:00Z"), Instant.parse("2026-09-01T10:00:00Z"), "5K"),
					new RemoteRace.RemoteEvent(49009, "On the Road", "running_race", null, null, null)));

	private static final RemoteRace EMPTY = new RemoteRace(4900, "Published Examples", ZoneId.of("America/New_York"),
			null, List.of());

	@Bean
	RaceSetup raceSetup(JdbcClient jdbc, TransactionOperations transactions, Audit audit, Environment environment) {
		return RaceTables.raceSetup(jdbc, transactions, audit, environment);
	}

	@Bean
	EventSetup eventSetup(JdbcClient jdbc, TransactionOperations transactions, Gates gates, Audit audit) {
		return RaceTables.eventSetup(jdbc, transactions, gates, audit);
	}

	@Bean
	Credentials credentials(JdbcClient jdbc, TransactionOperations transactions, Gates gates, SecretBox box,
			KeyedHash hash, InstantSource time) {
		return RunSignupTables.credentials(jdbc, transactions, gates, box, hash, time);
	}

	@Bean
	Connections connections(JdbcClient jdbc, SecretBox box, KeyedHash hash, InstantSource time, PublicUrl publicUrl) {
		return RunSignupTables.connections(jdbc, box, hash, time, publicUrl);
	}

	@Bean
	FormPreview formPreview(Wording wording) {
		return SubmissionTables.preview(wording);
	}

	@Bean
	SmallRunSignup remote() {
		return new SmallRunSignup();
	}

	/**
	 * RunSignup with one race.
	 */
	static final class SmallRunSignup implements FirstLook, RunSignupReads {

		private volatile boolean asked;

		@Override
		public ReadAnswer<RemoteRace> race(CallerCredential credential, long raceId) {
			if (credential instanceof CallerCredential.Tokens tokens) {
				return race(tokens);
			}
			return isGood(credential) ? race(raceId)
					: new ReadAnswer.NotFound<>(ReadAnswer.Why.CREDENTIAL_BAD, 6, null, "<i>Key</i> failed.");
		}

		private ReadAnswer<RemoteRace> race(CallerCredential.Tokens tokens) {
			boolean slow = tokens.accessToken().equals("slow");
			boolean silent = slow && !this.asked;
			this.asked = slow;
			return silent ? busy() : new ReadAnswer.Found<>(tokens.accessToken().equals("early") ? EMPTY : RACE);
		}

		/** Strangers are not shown who is registered. */
		@Override
		public ReadAnswer<Boolean> roster(CallerCredential credential, long raceId, long eventId) {
			return (credential instanceof CallerCredential.Tokens tokens && tokens.accessToken().equals("stranger"))
					? new ReadAnswer.NotFound<>(ReadAnswer.Why.CREDENTIAL_BAD, 7, null, "No.")
					: new ReadAnswer.Found<>(true);
		}

		@Override
		public ProbeAnswer probe(@Nullable CallerCredential credential, long raceId, long eventId) {
			return (credential == null || isGood(credential)) ? new ProbeAnswer.Works(raceId, "race")
					: new ProbeAnswer.Rejected(6, "<i>Key</i> failed.");
		}

		private static boolean isGood(CallerCredential credential) {
			return switch (credential) {
				case CallerCredential.KeyAndSecret pair -> pair.secret().equals("good");
				case CallerCredential.Tokens tokens -> true;
			};
		}

		@Override
		public ReadAnswer<RemoteRace> race(long raceId) {
			return (raceId == 4900) ? new ReadAnswer.Found<>(RACE)
					: new ReadAnswer.NotFound<>(ReadAnswer.Why.SET_UP_WRONGLY, 201, null, "Race not found.");
		}

		@Override
		public ReadAnswer<RemotePage<RemoteParticipant>> participants(long raceId, long eventId, int page, int rows,
				@Nullable Instant changedSince) {
			return busy();
		}

		@Override
		public ReadAnswer<RemotePage<RemovedParticipant>> removedParticipants(long raceId, long eventId, int page,
				int rows) {
			return busy();
		}

		@Override
		public ReadAnswer<List<ResultSet>> resultSets(long raceId, long eventId) {
			return new ReadAnswer.Found<>(List.of(new ResultSet(51001, "Finishers", true, false)));
		}

		@Override
		public ReadAnswer<RemotePage<RemoteResult>> results(long raceId, long eventId, long resultSetId, int page,
				int rows) {
			return busy();
		}

		@Override
		public ReadAnswer<RemotePage<RemoteResult>> resultOf(long raceId, long eventId, long resultSetId,
				long registrationId) {
			return busy();
		}

		@Override
		public ReadAnswer<VirtualSettings> virtualSettings(long raceId, long eventId) {
			return busy();
		}

		private static <T> ReadAnswer<T> busy() {
			return new ReadAnswer.NotFound<>(ReadAnswer.Why.BUSY, null, null, "busy");
		}

	}

}
