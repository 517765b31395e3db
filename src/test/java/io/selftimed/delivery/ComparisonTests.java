package io.selftimed.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.race.RaceTables;
import io.selftimed.runsignup.ReadAnswer;
import io.selftimed.runsignup.RemoteResult;
import io.selftimed.runsignup.UserResultsAnswer;
import io.selftimed.submission.DeliveryProgress.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What RunSignup shows is compared with what it took, and nothing else is touched.
 */
@BothDatabases
class ComparisonTests {

	private static final long EVENT = 41001;

	private static final long SET = 17_030;

	private static final long TIME = 1_471_500;

	private static final DeliverySettings SETTINGS = new DeliverySettings(4, Duration.ZERO, Duration.ofSeconds(30),
			Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10),
			Duration.ofDays(90), Duration.ofSeconds(1));

	private final TestDatabase database;

	private final DeliveryOffice office;

	private final ShownResults runSignup = new ShownResults();

	private final Comparisons comparisons;

	private final Comparison comparison;

	private final Resending resending;

	ComparisonTests(TestDatabase database) {
		this.database = database;
		this.office = new DeliveryOffice(database, SETTINGS);
		RaceTables races = RaceTables.in(database);
		this.comparisons = new Comparisons(database.jdbc(), races.events(), new ComparisonSettings(Duration.ofHours(1)),
				this.office::now);
		this.comparison = new Comparison(this.comparisons, new Standings(database.jdbc()), this.runSignup,
				this.office.gates());
		this.resending = new LockedResending(database.transactions(), races.roster(), database.jdbc(), races.counts(),
				SETTINGS, this.office::now, new Bell());
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().harborMiles();
	}

	/** RunSignup takes 24:31.5 from these bibs of harbor-5k; runners are bib - 100. */
	private void delivered(long... bibs) {
		for (long bib : bibs) {
			this.office.accepted(bib - 100, bib, TIME);
		}
		deliverAll();
	}

	private void deliverAll() {
		this.office.answersAllReceived();
		while (this.office.deliver()) {
			this.office.answersAllReceived();
		}
		this.office.pass(Duration.ofSeconds(1));
	}

	private void compare() {
		this.comparisons.ask(EVENT);
		this.office.pass(Duration.ofSeconds(1));
		assertThat(this.comparison.compareNext(() -> true)).isTrue();
		this.office.pass(Duration.ofSeconds(1));
	}

	private Map<String, Object> delivery(long participant) {
		return this.database.jdbc().sql("""
				select drift, shown_time_ms, state, wanted_version, approval_seen_at is not null as approved
				from delivery where participant_id = ?""").param(participant).query().singleRow();
	}

	private @org.jspecify.annotations.Nullable Object drift(long participant) {
		return delivery(participant).get("drift");
	}

	private Map<String, Object> comparisonRow() {
		return this.database.jdbc().sql("select * from comparison where event_id = ?").param(EVENT).query().singleRow();
	}

	@Test
	void whatStandsThereAsItWasSentDoesNotDrift() {
		delivered(101);
		this.runSignup.shows(SET, 101, "00:24:31.5");
		compare();
		assertThat(drift(1)).isNull();
		assertThat(comparisonRow()).containsEntry("outcome", "whole").containsEntry("asked_at", null);
	}

	@Test
	void anotherTimeDiffersAndBothValuesAreKeptUntilItHasHealed() {
		delivered(101, 102);
		this.runSignup.shows(SET, 101, "24:40");
		this.runSignup.shows(SET, 102, "24:31.5");
		compare();
		assertThat(delivery(1)).containsEntry("drift", "differs").containsEntry("shown_time_ms", 1_480_000L);
		assertThat(drift(2)).isNull();
		Instant since = since(1);
		this.runSignup.shows(SET, 101, "24:50");
		compare();
		assertThat(delivery(1)).containsEntry("shown_time_ms", 1_490_000L);
		assertThat(since(1)).isEqualTo(since);
		this.runSignup.shows(SET, 101, "24:31.5");
		compare();
		assertThat(delivery(1)).containsEntry("drift", null).containsEntry("shown_time_ms", null);
	}

	private Instant since(long participant) {
		return this.database.jdbc()
			.sql("select drift_since from delivery where participant_id = ?")
			.param(participant)
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
	}

	@Test
	void anotherTimeThatWasAnsweredIsOnDriftUntilTheListShowsOurs() {
		this.office.accepted(1, 101, TIME);
		this.office.answers((results) -> new UserResultsAnswer.Received(
				List.of(java.util.Optional.of(DeliveryOffice.received(results.results().getFirst(), 1_472_500L)))));
		this.office.deliver();
		this.office.pass(Duration.ofSeconds(1));
		assertThat(delivery(1)).containsEntry("drift", "differs").containsEntry("shown_time_ms", 1_472_500L);
		this.runSignup.needsApproval(true);
		compare();
		assertThat(drift(1)).isEqualTo("differs");
		this.runSignup.shows(SET, 101, "");
		compare();
		assertThat(drift(1)).isEqualTo("differs");
		this.runSignup.shows(SET, 101, "24:31.5");
		compare();
		assertThat(drift(1)).isNull();
	}

	@Test
	void whatIsLeftAsShownDriftsAgainOnlyWhenSomethingElseIsShown() {
		delivered(101);
		this.runSignup.needsApproval(false);
		this.runSignup.shows(SET, 101, "24:40");
		compare();
		Leaving leaving = new LockedLeaving(this.database.transactions(), RaceTables.in(this.database).roster(),
				this.database.jdbc(), this.office::now);
		assertThat(leaving.leave(EVENT, 1, "differs", 1_470_000L, 7)).isFalse();
		assertThat(leaving.leave(EVENT, 1, "missing", null, 7)).isFalse();
		assertThat(leaving.leave(41002, 1, "differs", 1_480_000L, 7)).isFalse();
		assertThat(leaving.leave(EVENT, 1, "differs", 1_480_000L, 7)).isTrue();
		assertThat(leaving.leave(EVENT, 1, "differs", 1_480_000L, 7)).isFalse();
		compare();
		assertThat(delivery(1)).containsEntry("drift", null).containsEntry("shown_time_ms", null);
		this.runSignup.shows(SET, 101, "24:50");
		compare();
		assertThat(delivery(1)).containsEntry("drift", "differs").containsEntry("shown_time_ms", 1_490_000L);
		assertThat(leaving.leave(EVENT, 1, "differs", 1_490_000L, 7)).isTrue();
		this.runSignup.forgets(SET, 101);
		compare();
		assertThat(drift(1)).isEqualTo("missing");
		assertThat(leaving.leave(EVENT, 1, "missing", null, 7)).isTrue();
		compare();
		assertThat(drift(1)).isNull();
		this.runSignup.shows(SET, 101, "24:31.5");
		compare();
		this.runSignup.forgets(SET, 101);
		compare();
		assertThat(drift(1)).isEqualTo("missing");
		assertThat(this.database.jdbc()
			.sql("select what from submission_log where what = 'left-as-shown'")
			.query()
			.listOfRows()).hasSize(3);
	}

	@Test
	void whatWasLeftIsComparedAnewOnceItWasSentAgain() {
		delivered(101);
		this.runSignup.shows(SET, 101, "24:40");
		compare();
		Leaving leaving = new LockedLeaving(this.database.transactions(), RaceTables.in(this.database).roster(),
				this.database.jdbc(), this.office::now);
		assertThat(leaving.leave(EVENT, 1, "differs", 1_480_000L, 7)).isTrue();
		assertThat(((Repeating) this.resending).repeat(EVENT, 1, 1, 7)).isTrue();
		deliverAll();
		compare();
		assertThat(drift(1)).isEqualTo("differs");
	}

	@Test
	void absentIsMissingWhereNobodyHasToApprove() {
		delivered(101, 102);
		this.runSignup.needsApproval(false);
		this.runSignup.shows(SET, 102, "24:31.5");
		compare();
		assertThat(drift(1)).isEqualTo("missing");
		assertThat(drift(2)).isNull();
		this.runSignup.shows(SET, 101, "24:31.5");
		compare();
		assertThat(drift(1)).isNull();
	}

	@Test
	void absentMayWaitForADirectorWhereThatIsNeededOrUnknown() {
		delivered(101);
		this.runSignup.needsApproval(true);
		compare();
		this.runSignup.needsApproval(null);
		compare();
		this.runSignup.saysNothingOfApproval();
		compare();
		assertThat(drift(1)).isNull();
		assertThat(comparisonRow()).containsEntry("outcome", "whole");
	}

	@Test
	void whatWasThereBeforeIsMissedEvenWhereADirectorApproves() {
		delivered(101);
		this.runSignup.needsApproval(true);
		this.runSignup.shows(SET, 101, "24:31.5");
		compare();
		this.runSignup.forgets(SET, 101);
		compare();
		assertThat(drift(1)).isEqualTo("missing");
	}

	@Test
	void seenWhereADirectorApprovesIsApprovedUntilACorrection() {
		delivered(101);
		this.runSignup.needsApproval(true);
		compare();
		assertThat(this.office.progress(1).stage()).isEqualTo(Stage.RECEIVED);
		this.runSignup.shows(SET, 101, "24:31.5");
		compare();
		assertThat(this.office.progress(1).stage()).isEqualTo(Stage.APPROVED);
		this.office.accepted(1, 101, TIME - 1000);
		assertThat(delivery(1)).containsEntry("approved", false);
		deliverAll();
		assertThat(this.office.progress(1).stage()).isEqualTo(Stage.RECEIVED);
	}

	@Test
	void anotherTimeIsNotOursApproved() {
		delivered(101);
		this.runSignup.needsApproval(true);
		this.runSignup.shows(SET, 101, "24:40");
		compare();
		assertThat(this.office.progress(1).stage()).isEqualTo(Stage.RECEIVED);
	}

	@Test
	void whereNobodyHasToApproveNothingIsCalledApproved() {
		delivered(101);
		this.runSignup.needsApproval(false);
		this.runSignup.shows(SET, 101, "24:31.5");
		this.database.jdbc().sql("update delivery_attempt set result_approval_ts = 1586571400").update();
		assertThat(this.office.progress(1).stage()).isEqualTo(Stage.APPROVED);
		compare();
		assertThat(this.office.progress(1).stage()).isEqualTo(Stage.RECEIVED);
	}

	@Test
	void ofAWithdrawalNoTimeIsComparedAndItIsNotMissed() {
		delivered(101);
		this.office.withdrawn(1);
		deliverAll();
		this.runSignup.needsApproval(false);
		compare();
		assertThat(drift(1)).isNull();
		this.runSignup.shows(SET, 101, "24:31.5");
		compare();
		assertThat(drift(1)).isNull();
	}

	@Test
	void threePagesAreReadToTheirEndHoweverFewRowsEachHas() {
		delivered(101, 102, 103, 104, 105, 106);
		this.runSignup.needsApproval(false);
		this.runSignup.givesAtMost(2);
		for (long bib = 101; bib <= 105; bib++) {
			this.runSignup.shows(SET, bib, "24:31.5");
		}
		compare();
		assertThat(this.runSignup.reads()).startsWith("17030:1", "17030:2", "17030:3", "17030:4");
		assertThat(drift(6)).isEqualTo("missing");
		assertThat(List.of(1L, 2L, 3L, 4L, 5L)).allSatisfy((runner) -> assertThat(drift(runner)).isNull());
	}

	@Test
	void aRowThatMovesToAPageThatWasReadIsNotMissing() {
		delivered(101, 102, 103, 104, 105);
		this.runSignup.needsApproval(false);
		this.runSignup.givesAtMost(2);
		for (long bib = 101; bib <= 105; bib++) {
			this.runSignup.shows(SET, bib, "24:31.5");
		}
		this.runSignup.meanwhile(() -> this.runSignup.forgets(SET, 101));
		compare();
		assertThat(drift(3)).isNull();
		assertThat(this.runSignup.reads()).hasSize(6);
	}

	@Test
	void whatDiffersIsNotApprovedByBeingReadTwice() {
		delivered(101, 102, 103);
		this.runSignup.needsApproval(true);
		this.runSignup.givesAtMost(1);
		for (long bib = 101; bib <= 103; bib++) {
			this.runSignup.shows(SET, bib, "24:31.5");
		}
		compare();
		assertThat(delivery(1)).containsEntry("approved", true);
		this.runSignup.shows(SET, 101, "24:40");
		this.runSignup.forgets(SET, 103);
		compare();
		assertThat(delivery(1)).containsEntry("drift", "differs").containsEntry("approved", false);
		assertThat(delivery(2)).containsEntry("drift", null).containsEntry("approved", true);
		assertThat(drift(3)).isEqualTo("missing");
		assertThat(this.runSignup.reads()).hasSize(4 + 3 + 3);
	}

	@Test
	void aListingThatBreaksOffMarksNothingMissingAndKeepsWhatItSaw() {
		delivered(101, 102, 103);
		this.runSignup.needsApproval(false);
		this.runSignup.givesAtMost(1);
		this.runSignup.shows(SET, 101, "24:40");
		this.runSignup.shows(SET, 102, "24:31.5");
		this.runSignup.failsAtPage(2, ReadAnswer.Why.UNAVAILABLE);
		compare();
		assertThat(comparisonRow()).containsEntry("outcome", "failed").containsEntry("compared_at", null);
		assertThat(drift(1)).isEqualTo("differs");
		assertThat(drift(3)).isNull();
		compare();
		assertThat(drift(3)).isEqualTo("missing");
	}

	@Test
	void whileRunSignupIsBusyNothingChangesAndThatIsSaid() {
		delivered(101);
		this.runSignup.needsApproval(false);
		this.runSignup.failsAtPage(1, ReadAnswer.Why.BUSY);
		compare();
		assertThat(comparisonRow()).containsEntry("outcome", "busy");
		assertThat(drift(1)).isNull();
		assertThat(this.office.gates().closed()).isEmpty();
	}

	@Test
	void whileAGateIsClosedNothingIsRead() {
		delivered(101);
		this.office.gates().answered(4100, EVENT, new UserResultsAnswer.CredentialBad(6, "Key authentication failed."));
		compare();
		assertThat(comparisonRow()).containsEntry("outcome", "paused");
		assertThat(this.runSignup.reads()).isEmpty();
	}

	@Test
	void aRemoteThatKnowsNoPagesIsReadOnce() {
		delivered(101, 102);
		this.runSignup.needsApproval(false);
		this.runSignup.knowsNoPages();
		this.runSignup.shows(SET, 101, "24:31.5");
		compare();
		assertThat(this.runSignup.reads()).containsExactly("17030:1", "17030:2");
		assertThat(drift(2)).isEqualTo("missing");
	}

	@Test
	void aCorrectionThatComesMeanwhileIsLeftAlone() {
		delivered(101, 102);
		this.runSignup.needsApproval(false);
		this.runSignup.shows(SET, 101, "24:40");
		this.runSignup.meanwhile(() -> {
			this.office.accepted(1, 101, TIME + 8500);
			this.office.accepted(2, 102, TIME + 8500);
		});
		compare();
		assertThat(delivery(1)).containsEntry("drift", null).containsEntry("state", "waiting");
		assertThat(delivery(2)).containsEntry("drift", null).containsEntry("state", "waiting");
	}

	@Test
	void whatIsDeliveredMeanwhileIsLeftAlone() {
		delivered(101, 102);
		this.runSignup.needsApproval(false);
		this.runSignup.shows(SET, 101, "24:31.5");
		this.runSignup.meanwhile(() -> {
			this.office.pass(Duration.ofSeconds(1));
			this.office.accepted(1, 101, TIME + 8500);
			this.office.accepted(2, 102, TIME + 8500);
			deliverAll();
		});
		compare();
		assertThat(delivery(1)).containsEntry("drift", null).containsEntry("state", "received");
		assertThat(delivery(2)).containsEntry("drift", null).containsEntry("state", "received");
	}

	@Test
	void whatIsInFlightOrDueIsLeftAlone() {
		delivered(101, 102, 103);
		this.runSignup.needsApproval(false);
		this.office.accepted(1, 101, TIME - 1000);
		Claim claim = this.office.abandon(Duration.ofMinutes(5));
		this.database.jdbc()
			.sql("update delivery set due_at = delivered_at + interval '10' minute where participant_id = 2")
			.update();
		compare();
		assertThat(claim.items()).hasSize(1);
		assertThat(drift(1)).isNull();
		assertThat(drift(2)).isNull();
		assertThat(drift(3)).isEqualTo("missing");
	}

	@Test
	void rowsThatNameARegistrationAreRecognisedByIt() {
		delivered(101, 102);
		this.runSignup.needsApproval(false);
		this.runSignup.shows(SET, new RemoteResult(9, 41_001_101L, 102L, 1L, "24:40"));
		compare();
		assertThat(drift(1)).isEqualTo("differs");
		assertThat(drift(2)).isEqualTo("missing");
	}

	@Test
	void aBibThatTwoRunnersHaveSaysNothingOfEither() {
		delivered(101);
		HarborLights.in(this.database).participant(50, 150, "Okafor");
		this.database.jdbc().sql("update participant set bib = 101 where id = 50").update();
		this.runSignup.needsApproval(false);
		this.runSignup.shows(SET, 101, "24:40");
		compare();
		assertThat(drift(1)).isNull();
	}

	@Test
	void rowsThatNobodyCanBeRecognisedInMakeNobodyMissing() {
		delivered(101);
		this.runSignup.needsApproval(false);
		this.runSignup.shows(SET, new RemoteResult(9, null, null, 1L, "24:31.5"));
		compare();
		assertThat(drift(1)).isNull();
		this.runSignup.shows(SET, new RemoteResult(9, 41_001_102L, null, 1L, "24:31.5"));
		this.runSignup.shows(SET, 103, "24:31.5");
		compare();
		assertThat(drift(1)).isNull();
	}

	@Test
	void onlyTheResultSetThatAResultWentToTellsOfIt() {
		delivered(101);
		this.runSignup.shows(SET + 1, 101, "20:00");
		this.runSignup.shows(SET, 101, "24:31.5");
		this.database.jdbc()
			.sql("update event set individual_result_set_id = ? where event_id = ?")
			.params(SET + 1, EVENT)
			.update();
		compare();
		assertThat(drift(1)).isNull();
		assertThat(this.runSignup.reads()).containsExactly("17030:1", "17030:2");
	}

	@Test
	void everyHourAnEventWithSomethingDeliveredIsComparedByItself() {
		delivered(101);
		assertThat(this.comparison.compareNext(() -> true)).isFalse();
		this.office.pass(Duration.ofHours(1));
		assertThat(this.comparison.compareNext(() -> true)).isTrue();
		assertThat(this.comparison.compareNext(() -> true)).isFalse();
		this.office.pass(Duration.ofHours(1));
		assertThat(this.comparison.compareNext(() -> true)).isTrue();
		this.office.pass(Duration.ofDays(60));
		assertThat(this.comparison.compareNext(() -> true)).isFalse();
	}

	@Test
	void whoDiesMidwayIsFollowedByAnotherWhenTheLeaseEnds() {
		delivered(101);
		this.comparisons.ask(EVENT);
		Comparing lost = this.comparisons.next().orElseThrow();
		assertThat(this.comparison.compareNext(() -> true)).isFalse();
		this.office.pass(Duration.ofMinutes(5));
		assertThat(this.comparison.compareNext(() -> true)).isTrue();
		assertThat(this.comparisons.hold(lost)).isFalse();
		this.comparisons.end(lost, "failed");
		assertThat(comparisonRow()).containsEntry("outcome", "whole");
	}

	@Test
	void whoStopsLetsAnotherBeginAnew() {
		delivered(101);
		this.runSignup.needsApproval(false);
		this.comparisons.ask(EVENT);
		assertThat(this.comparison.compareNext(() -> false)).isTrue();
		assertThat(drift(1)).isNull();
		this.office.pass(Duration.ofSeconds(1));
		assertThat(this.comparison.compareNext(() -> true)).isTrue();
		assertThat(drift(1)).isEqualTo("missing");
	}

	@Test
	void aWishThatComesWhileOneIsUnderWayIsNotLost() {
		delivered(101);
		this.runSignup.meanwhile(() -> {
			this.office.pass(Duration.ofSeconds(1));
			this.database.jdbc().sql("update comparison set asked_at = null").update();
			this.comparisons.ask(EVENT);
		});
		compare();
		assertThat(this.comparison.compareNext(() -> true)).isTrue();
		assertThat(this.comparison.compareNext(() -> true)).isFalse();
	}

	@Test
	void aDriftingResultIsSentAgainOnceAndThatIsWrittenDown() {
		delivered(101);
		this.runSignup.needsApproval(false);
		compare();
		assertThat(this.resending.sendAgain(41003, 1, 7)).isFalse();
		assertThat(this.resending.sendAgain(EVENT, 1, 7)).isTrue();
		assertThat(this.resending.sendAgain(EVENT, 1, 7)).isFalse();
		assertThat(this.office.counted()).containsEntry("waiting", 1L).containsEntry("received", 0L);
		deliverAll();
		assertThat(this.office.calls()).hasSize(2);
		assertThat(delivery(1)).containsEntry("drift", null)
			.containsEntry("state", "received")
			.containsEntry("wanted_version", 2);
		assertThat(this.database.jdbc().sql("select who, what, why from submission_log").query().singleRow())
			.containsEntry("who", "organizer:7")
			.containsEntry("what", "sent-again")
			.containsEntry("why", "missing at RunSignup");
	}

}
