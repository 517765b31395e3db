package io.selftimed.race.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.race.RaceTables;
import io.selftimed.runsignup.NoReads;
import io.selftimed.runsignup.Gates;
import io.selftimed.runsignup.ReadAnswer;
import io.selftimed.runsignup.RemotePage;
import io.selftimed.runsignup.RemoteParticipant;
import io.selftimed.runsignup.RemovedParticipant;
import io.selftimed.runsignup.RunSignupTables;
import io.selftimed.runsignup.UserResultsAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rosters as RunSignup lists them, in the database.
 */
@BothDatabases
class RosterFetchTests {

	private static final long EVENT = 41001;

	private final TestDatabase database;

	private final Gates gates;

	private final RosterFetches fetches;

	private final RosterFetch fetch;

	private final List<RemoteParticipant> listed = new ArrayList<>();

	private final List<RemovedParticipant> removed = new ArrayList<>();

	private final List<String> asked = new ArrayList<>();

	private Instant now = HarborLights.NOON;

	private boolean skipsOnce;

	private int failsAtPage = Integer.MAX_VALUE;

	RosterFetchTests(TestDatabase database) {
		this.database = database;
		this.gates = RunSignupTables.gates(database, () -> this.now);
		this.fetches = new RosterFetches(database.jdbc(), RaceTables.in(database).events(),
				new RosterSettings(Duration.ofMinutes(15)), () -> this.now);
		this.fetch = new RosterFetch(this.fetches,
				new RosterRows(database.jdbc(), new NamedParameterJdbcTemplate(database.dataSource())),
				RosterTables.merging(database.jdbc(), database.transactions(), (event) -> {
				}), new Listing(), this.gates, database.transactions(), () -> this.now);
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k();
	}

	@Test
	void whoAsksGetsEverybodyInPages() {
		lists(1203);
		asksAndFetches();
		assertThat(this.asked).containsExactly("all 1", "all 2", "all 3");
		assertThat(state()).containsEntry("outcome", "whole")
			.containsEntry("rows_read", 1203)
			.containsEntry("added", 1203);
		assertThat(count("removed_at is null and bib is not null and email like '%@example.org'")).isEqualTo(1203);
		assertThat(this.fetch.fetchNext(() -> true)).as("nobody asked again").isFalse();
	}

	@Test
	void everyQuarterOfAnHourOnlyChangesAreReadAndEachNightEverybody() {
		lists(2);
		this.fetches.schedule(EVENT, true);
		fetches();
		passes(Duration.ofMinutes(14));
		assertThat(this.fetch.fetchNext(() -> true)).isFalse();
		passes(Duration.ofMinutes(1));
		this.removed.add(new RemovedParticipant(2, "transferred", 9L));
		fetches();
		assertThat(this.asked).containsExactly("all 1", "since 2026-07-04T16:00:00Z 1", "removed 1");
		assertThat(state()).containsEntry("outcome", "changes").containsEntry("gone", 1);
		assertThat(count("registration_id = 2 and removed_reason = 'transferred'")).isOne();
		passes(Duration.ofHours(15));
		fetches();
		assertThat(this.asked.getLast()).isEqualTo("all 1");
		assertThat(count("removed_at is not null")).as("RunSignup lists both").isZero();
	}

	@Test
	void whoIsNotListedIsFlaggedAndNeverDeleted() {
		lists(5);
		asksAndFetches();
		this.listed.remove(4);
		asksAndFetches();
		assertThat(count("registration_id = 5 and removed_at is not null and last_name = 'Marsh'")).isOne();
		assertThat(state()).containsEntry("gone", 1);
		this.listed.add(participant(5, 5L));
		asksAndFetches();
		assertThat(count("removed_at is not null")).isZero();
	}

	@Test
	void aRowThatMovesBetweenPagesIsNotTakenForGone() {
		lists(600);
		asksAndFetches();
		this.listed.add(0, participant(601, 601L));
		this.listed.remove(500);
		this.listed.add(this.listed.size(), participant(500, 500L));
		this.skipsOnce = true;
		asksAndFetches();
		assertThat(count("removed_at is not null")).isZero();
	}

	@Test
	void ifHalfOfThemAreMissingRunSignupIsNotBelieved() {
		lists(5);
		asksAndFetches();
		this.listed.subList(0, 3).clear();
		asksAndFetches();
		assertThat(state()).containsEntry("outcome", "doubtful");
		assertThat(count("removed_at is not null")).isZero();
	}

	@Test
	void aReadThatFailsFlagsNobodyAndWhatCameStays() {
		lists(700);
		this.failsAtPage = 2;
		asksAndFetches();
		assertThat(state()).containsEntry("outcome", "failed");
		assertThat(count("1 = 1")).isEqualTo(500);
	}

	@Test
	void nothingIsReadWhileTheCredentialDoesNotWork() {
		this.gates.answered(4100, EVENT, new UserResultsAnswer.CredentialBad(6, "Key authentication failed."));
		asksAndFetches();
		assertThat(this.asked).isEmpty();
		assertThat(state()).containsEntry("outcome", "paused");
	}

	@Test
	void aBibSetHereStaysWhereRunSignupHasNoneAndAnErasedNameStaysErased() {
		this.listed.add(participant(1, null));
		asksAndFetches();
		this.database.jdbc().sql("""
				update participant set bib = 77, bib_set_here = true, last_name = null, email = null,
					erased_at = current_timestamp
				""").update();
		asksAndFetches();
		assertThat(count("bib = 77 and last_name is null and email is null")).isOne();
		this.listed.set(0, participant(1, 78L));
		asksAndFetches();
		assertThat(count("bib = 78 and not bib_set_here")).isOne();
	}

	@Test
	void aFetchThatWasAbandonedIsTakenUpAgain() {
		lists(2);
		this.fetches.ask(EVENT);
		assertThat(this.fetches.next()).isPresent();
		assertThat(this.fetches.next()).as("somebody works on it").isEmpty();
		passes(Duration.ofMinutes(6));
		fetches();
		assertThat(state()).containsEntry("outcome", "whole");
	}

	private void lists(int count) {
		for (long id = 1; id <= count; id++) {
			this.listed.add(participant(id, id));
		}
	}

	private static RemoteParticipant participant(long id, @Nullable Long bib) {
		return new RemoteParticipant(id, bib, "Ann", "Marsh", "ann" + id + "@example.org", null, null);
	}

	private void asksAndFetches() {
		passes(Duration.ofSeconds(1));
		this.fetches.ask(EVENT);
		fetches();
	}

	private void fetches() {
		assertThat(this.fetch.fetchNext(() -> true)).isTrue();
	}

	private void passes(Duration time) {
		this.now = this.now.plus(time);
	}

	private Map<String, Object> state() {
		return this.database.jdbc().sql("select * from roster_fetch").query().singleRow();
	}

	private int count(String condition) {
		return this.database.jdbc()
			.sql("select count(*) from participant where " + condition)
			.query(Integer.class)
			.single();
	}

	/**
	 * RunSignup as it lists its participants.
	 */
	private final class Listing extends NoReads {

		@Override
		public ReadAnswer<RemotePage<RemoteParticipant>> participants(long raceId, long eventId, int page, int rows,
				@Nullable Instant changedSince) {
			RosterFetchTests.this.asked.add((changedSince != null ? "since " + changedSince : "all") + " " + page);
			if (page >= RosterFetchTests.this.failsAtPage) {
				return new ReadAnswer.NotFound<>(ReadAnswer.Why.UNAVAILABLE, null, null, "away");
			}
			List<RemoteParticipant> all = (changedSince != null) ? List.of() : RosterFetchTests.this.listed;
			int from = Math.min(all.size(),
					(page - 1) * rows + ((RosterFetchTests.this.skipsOnce && page == 2) ? 1 : 0));
			RosterFetchTests.this.skipsOnce &= page != 2;
			List<RemoteParticipant> part = List.copyOf(all.subList(from, Math.min(all.size(), page * rows)));
			return new ReadAnswer.Found<>(new RemotePage<>(part, 0));
		}

		@Override
		public ReadAnswer<RemotePage<RemovedParticipant>> removedParticipants(long raceId, long eventId, int page,
				int rows) {
			RosterFetchTests.this.asked.add("removed " + page);
			return new ReadAnswer.Found<>(new RemotePage<>(List.copyOf(RosterFetchTests.this.removed), 0));
		}

	}

}
