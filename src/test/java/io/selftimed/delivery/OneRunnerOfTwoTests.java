package io.selftimed.delivery;

import java.time.Duration;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.race.RaceTables;
import io.selftimed.race.roster.ParticipantsMerging;
import io.selftimed.race.roster.RosterEdits;
import io.selftimed.race.roster.RosterTables;
import io.selftimed.runsignup.UserResult;
import io.selftimed.submission.SubmissionTables;
import io.selftimed.submission.WantedChanged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody sent results for a bib before the roster knew whose it is.
 */
@BothDatabases
class OneRunnerOfTwoTests {

	private static final DeliverySettings SETTINGS = new DeliverySettings(4, Duration.ZERO, Duration.ofSeconds(30),
			Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10),
			Duration.ofDays(90), Duration.ofSeconds(1));

	private final TestDatabase database;

	private final DeliveryOffice office;

	private final SubmissionTables runners;

	private final RosterEdits edits;

	OneRunnerOfTwoTests(TestDatabase database) {
		this.database = database;
		this.office = new DeliveryOffice(database, SETTINGS);
		this.runners = new SubmissionTables(database, this.office::now, (event) -> {
			if (event instanceof WantedChanged(long participant, long eventId)) {
				this.office.changed(participant, eventId);
			}
		}, 20);
		MergedDeliveries deliveries = new MergedDeliveries(database.jdbc(), RaceTables.in(database).counts(),
				this.office::now);
		this.edits = RosterTables.edits(database.jdbc(), database.transactions(), deliveries, (event) -> {
			this.runners.follow(event);
			if (event instanceof ParticipantsMerging merging) {
				deliveries.move(merging);
			}
		});
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().participant(1, 150, "Marsh").participant(2, 101, "Nobody");
		this.database.jdbc()
			.sql("update participant set last_name = null, registration_id = null where id = 2")
			.update();
		this.database.jdbc().sql("update participant set bib = null where id = 1").update();
	}

	@Test
	void theNewestOfBothIsWhatRunSignupHoldsAndEveryReceiptStaysTrue() {
		String mine = this.runners.finishes(1, 150, 26);
		this.office.pass(Duration.ofMinutes(1));
		String before = this.runners.finishes(2, 101, 25);
		this.office.pass(Duration.ofMinutes(1));
		delivers();
		assertThat(this.edits.setBib(41001, 1, 101L)).isEqualTo(RosterEdits.Edit.DONE);
		assertThat(participants()).isOne();
		delivers();
		assertThat(this.office.lastSent().registrationId()).isNotNull();
		assertThat(this.office.lastSent().time()).isEqualTo(new UserResult.Time.Clock(25 * 60_000L));
		assertThat(this.runners.stateOf(mine)).isEqualTo("superseded");
		assertThat(this.runners.stateOf(before)).isEqualTo("waiting");
		assertThat(this.office.counted()).containsEntry("received", 1L).containsEntry("waiting", 0L);
		assertThat(this.office.attempts(1)).hasSize(3);
	}

	@Test
	void whileACallIsUnderWayTheyStayTwo() {
		this.runners.finishes(2, 101, 25);
		Claim claim = this.office.abandon(Duration.ofSeconds(70));
		this.edits.setBib(41001, 1, 101L);
		assertThat(participants()).isEqualTo(2);
		this.office.finish(claim, DeliveryOffice::allReceived);
		this.edits.setBib(41001, 1, 101L);
		assertThat(participants()).isOne();
	}

	@Test
	void somebodyElsesBibIsNotTaken() {
		HarborLights.in(this.database).participant(3, 102, "Okafor");
		assertThat(this.edits.setBib(41001, 1, 102L)).isEqualTo(RosterEdits.Edit.BIB_TAKEN);
		assertThat(this.edits.setBib(41002, 1, 103L)).isEqualTo(RosterEdits.Edit.NOBODY);
	}

	@Test
	void whoIsErasedLeavesIdsAndResultsAndNoWords() {
		String receipt = this.runners.finishes(1, 150, 26);
		this.database.jdbc().sql("update submission set note = 'my knee', email = 'a@example.org'").update();
		assertThat(this.edits.erase(41001, 1)).isEqualTo(RosterEdits.Edit.DONE);
		assertThat(this.database.jdbc().sql("""
				select count(*) from participant p join submission s on s.participant_id = p.id
				where p.id = 1 and p.last_name is null and p.email is null and p.erased_at is not null
					and s.note is null and s.email is null and s.clock_time_ms is not null
				""").query(Integer.class).single()).isOne();
		assertThat(this.runners.stateOf(receipt)).isEqualTo("waiting");
	}

	private int participants() {
		return this.database.jdbc().sql("select count(*) from participant").query(Integer.class).single();
	}

	private void delivers() {
		this.office.answersAllReceived();
		assertThat(this.office.deliver()).isTrue();
	}

}
