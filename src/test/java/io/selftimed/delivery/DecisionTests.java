package io.selftimed.delivery;

import java.time.Duration;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.race.RaceTables;
import io.selftimed.race.roster.ParticipantErased;
import io.selftimed.runsignup.UserResult;
import io.selftimed.runsignup.UserResultsAnswer;
import io.selftimed.submission.Decided;
import io.selftimed.submission.Decisions;
import io.selftimed.submission.MoreAsked;
import io.selftimed.submission.ReviewDecided;
import io.selftimed.submission.Ruling;
import io.selftimed.submission.SubmissionTables;
import io.selftimed.submission.WantedChanged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people decide, and what RunSignup holds in the end.
 */
@BothDatabases
class DecisionTests {

	private static final long ANN = 7;

	private static final DeliverySettings SETTINGS = new DeliverySettings(4, Duration.ZERO, Duration.ofSeconds(30),
			Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10),
			Duration.ofDays(90), Duration.ofSeconds(1));

	private final TestDatabase database;

	private final DeliveryOffice office;

	private final SubmissionTables runners;

	private final Decisions decisions;

	private int told;

	DecisionTests(TestDatabase database) {
		this.database = database;
		this.office = new DeliveryOffice(database, SETTINGS);
		this.runners = new SubmissionTables(database, this.office::now, (event) -> {
			switch (event) {
				case WantedChanged(long participant, long eventId) -> this.office.changed(participant, eventId);
				case ReviewDecided decided -> this.told++;
				case MoreAsked asked -> this.told++;
				default -> {
				}
			}
		}, 20);
		this.decisions = this.runners.decisions(new JdbcSentBefore(database.jdbc()));
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().participant(1, 101, "Marsh");
	}

	@Test
	void whatIsAcceptedIsSentAndHeldNoMore() {
		String receipt = this.runners.isHeld(1, 101, 24);
		assertThat(this.office.deliver()).isFalse();
		assertThat(decide(receipt, 0, new Ruling.Accept())).isEqualTo(new Decided.Done());
		delivers();
		assertThat(this.office.lastSent().time()).isEqualTo(minutes(24));
		assertThat(this.office.counted()).containsEntry("held", 0L).containsEntry("received", 1L);
		assertThat(this.told).isOne();
	}

	@Test
	void whatIsRejectedIsNotSentAndTheReceiptSaysSo() {
		String receipt = this.runners.isHeld(1, 101, 24);
		assertThat(decide(receipt, 0, new Ruling.Reject("A car was seen.", false))).isEqualTo(new Decided.Done());
		assertThat(this.office.deliver()).isFalse();
		assertThat(this.runners.stateOf(receipt)).isEqualTo("rejected");
		assertThat(this.office.counted()).containsEntry("held", 0L);
	}

	@Test
	void rejectingTheNewestBringsBackTheOneBefore() {
		this.runners.finishes(1, 101, 24);
		String second = this.runners.finishes(1, 101, 22);
		delivers();
		decide(second, 0, new Ruling.Reject("Too fast.", false));
		delivers();
		assertThat(this.office.lastSent().time()).isEqualTo(minutes(24));
		assertThat(this.office.counted()).containsEntry("received", 1L).containsEntry("waiting", 0L);
	}

	@Test
	void rejectingWhatRunSignupHasWithNothingBeforeItTakesItBackThere() {
		String receipt = this.runners.finishes(1, 101, 24);
		delivers();
		decide(receipt, 0, new Ruling.Reject("Not this race.", false));
		delivers();
		assertThat(this.office.lastSent().time()).isEqualTo(UserResult.Time.Code.DNS);
		assertThat(this.runners.stateOf(receipt)).isEqualTo("rejected");
	}

	@Test
	void rejectingWhatRunSignupNeverHeardOfSendsNothing() {
		String receipt = this.runners.finishes(1, 101, 24);
		decide(receipt, 0, new Ruling.Reject("Not this race.", false));
		assertThat(this.office.deliver()).isFalse();
		assertThat(this.office.calls()).isEmpty();
	}

	@Test
	void aReviewerMayHaveNoResultRatherThanTheOneBefore() {
		this.runners.finishes(1, 101, 24);
		String second = this.runners.finishes(1, 101, 22);
		delivers();
		decide(second, 0, new Ruling.Reject("Both are wrong.", true));
		delivers();
		assertThat(this.office.lastSent().time()).isEqualTo(UserResult.Time.Code.DNS);
	}

	@Test
	void aDecisionIsUndoneUntilItWasSent() {
		String receipt = this.runners.isHeld(1, 101, 24);
		decide(receipt, 0, new Ruling.Accept());
		assertThat(decide(receipt, 1, new Ruling.Undo())).isEqualTo(new Decided.Done());
		assertThat(this.office.deliver()).isFalse();
		assertThat(this.office.counted()).containsEntry("held", 1L);
		decide(receipt, 2, new Ruling.Accept());
		delivers();
		assertThat(decide(receipt, 3, new Ruling.Undo())).isEqualTo(new Decided.SentAlready());
	}

	@Test
	void whoComesSecondOverwritesNothingAndReadsWhoWasFaster() {
		String receipt = this.runners.isHeld(1, 101, 24);
		decide(receipt, 0, new Ruling.Accept());
		assertThat(this.decisions.decide(41001, this.runners.idOf(receipt), 0, 8, new Ruling.Reject("No.", false)))
			.isInstanceOfSatisfying(Decided.Meanwhile.class, (meanwhile) -> {
				assertThat(meanwhile.review()).isEqualTo("accepted");
				assertThat(meanwhile.by()).isEqualTo(ANN);
			});
	}

	@Test
	void aRunnerWhoIsAskedGoesOnWaiting() {
		String receipt = this.runners.isHeld(1, 101, 24);
		assertThat(decide(receipt, 0, new Ruling.Ask("Which watch?"))).isEqualTo(new Decided.Done());
		assertThat(this.runners.stateOf(receipt)).isEqualTo("held");
		assertThat(this.office.counted()).containsEntry("held", 1L);
		assertThat(this.told).isOne();
	}

	@Test
	void anAnswerIsReadBeforeADecisionIsMade() {
		String receipt = this.runners.isHeld(1, 101, 24);
		this.runners.answers(receipt, "nobody asked");
		decide(receipt, 0, new Ruling.Ask("Which watch?"));
		this.runners.answers(receipt, "A new one");
		assertThat(decide(receipt, 1, new Ruling.Accept())).isInstanceOfSatisfying(Decided.Meanwhile.class,
				(meanwhile) -> assertThat(meanwhile.by()).isNull());
		assertThat(decide(receipt, 2, new Ruling.Accept())).isEqualTo(new Decided.Done());
		this.runners.answers(receipt, "too late");
		assertThat(this.database.jdbc().sql("select question, answer from submission").query().singleRow())
			.containsEntry("question", "Which watch?")
			.containsEntry("answer", "A new one");
	}

	@Test
	void rejectingWhatNoLongerCountsChangesNothingAtRunSignup() {
		String first = this.runners.finishes(1, 101, 24);
		this.runners.finishes(1, 101, 22);
		delivers();
		decide(first, 0, new Ruling.Reject("Not this race.", true));
		assertThat(this.office.deliver()).isFalse();
		assertThat(this.office.counted()).containsEntry("received", 1L).containsEntry("waiting", 0L);
	}

	@Test
	void acceptingWhatANewerOneReplacedSendsNothingAgain() {
		String first = this.runners.isHeld(1, 101, 24);
		this.runners.finishes(1, 101, 22);
		delivers();
		decide(first, 0, new Ruling.Accept());
		assertThat(this.office.deliver()).isFalse();
		assertThat(this.runners.stateOf(first)).isEqualTo("superseded");
	}

	@Test
	void whatWasRejectedCountsAgainWhenItIsAcceptedAfterAll() {
		String receipt = this.runners.finishes(1, 101, 24);
		delivers();
		decide(receipt, 0, new Ruling.Reject("Not this race.", false));
		delivers();
		assertThat(decide(receipt, 1, new Ruling.Accept())).isEqualTo(new Decided.Done());
		delivers();
		assertThat(this.office.lastSent().time()).isEqualTo(minutes(24));
	}

	@Test
	void aWithdrawalThatIsHeldIsDecidedLikeAnyOther() {
		String receipt = this.runners.isHeld(1, 101, 24);
		this.runners.withdraws(receipt);
		assertThat(this.office.counted()).containsEntry("held", 2L);
		long withdrawal = this.database.jdbc()
			.sql("select id from submission where outcome = 'WITHDRAWN'")
			.query(Long.class)
			.single();
		assertThat(this.decisions.decide(41001, withdrawal, 0, ANN, new Ruling.Accept())).isEqualTo(new Decided.Done());
		decide(receipt, 0, new Ruling.Accept());
		assertThat(this.office.counted()).containsEntry("held", 0L);
		assertThat(this.office.deliver()).isFalse();
		assertThat(this.decisions.decide(41001, withdrawal, 1, ANN, new Ruling.Undo()))
			.isEqualTo(new Decided.NotPossible());
	}

	@Test
	void whatRunSignupTookIsSentOnceMoreAndOnlyOnceFromOnePage() {
		this.runners.finishes(1, 101, 24);
		delivers();
		RaceTables races = RaceTables.in(this.database);
		Repeating repeating = new LockedResending(this.database.transactions(), races.roster(), this.database.jdbc(),
				races.counts(), SETTINGS, this.office::now, new Bell());
		assertThat(repeating.repeat(41001, 1, 1, ANN)).isTrue();
		assertThat(repeating.repeat(41001, 1, 1, ANN)).isFalse();
		delivers();
		assertThat(repeating.repeat(41001, 1, 1, ANN)).isFalse();
		assertThat(this.office.calls()).hasSize(2);
		assertThat(this.office.counted()).containsEntry("received", 1L).containsEntry("waiting", 0L);
	}

	@Test
	void submissionsOfOtherEventsCannotBeDecidedHere() {
		String receipt = this.runners.isHeld(1, 101, 24);
		assertThat(this.decisions.decide(41002, this.runners.idOf(receipt), 0, ANN, new Ruling.Accept()))
			.isEqualTo(new Decided.NotPossible());
	}

	@Test
	void aRefusedResultIsSettledByHandOnce() {
		this.runners.finishes(1, 101, 24);
		this.office.answers(new UserResultsAnswer.Refused(115, "Bib number is invalid."));
		assertThat(this.office.deliver()).isTrue();
		Settling settling = new LockedSettling(this.database.transactions(), RaceTables.in(this.database).roster(),
				this.database.jdbc(), RaceTables.in(this.database).counts(), this.office::now);
		assertThat(settling.settle(41001, 1, ANN)).isTrue();
		assertThat(settling.settle(41001, 1, ANN)).isFalse();
		assertThat(this.office.counted()).containsEntry("refused", 0L).containsEntry("received", 1L);
		assertThat(this.office.deliver()).isFalse();
	}

	@Test
	void everyReasonAndQuestionStaysInTheHistoryUntilTheRunnerIsErased() {
		String receipt = this.runners.isHeld(1, 101, 24);
		decide(receipt, 0, new Ruling.Ask("Which watch?"));
		this.runners.answers(receipt, "A new one");
		decide(receipt, 2, new Ruling.Ask("And where?"));
		decide(receipt, 3, new Ruling.Reject("Another course.", false));
		decide(receipt, 4, new Ruling.Undo());
		assertThat(words()).containsExactly("Which watch?", "A new one", "And where?", "Another course.");
		this.runners.follow(new ParticipantErased(41001, 1, null));
		assertThat(words()).isEmpty();
	}

	private java.util.List<String> words() {
		return this.database.jdbc()
			.sql("select words from submission_log where words is not null order by id")
			.query(String.class)
			.list();
	}

	private void delivers() {
		this.office.answersAllReceived();
		assertThat(this.office.deliver()).isTrue();
	}

	private Decided decide(String receipt, int version, Ruling ruling) {
		return this.decisions.decide(41001, this.runners.idOf(receipt), version, ANN, ruling);
	}

	private static UserResult.Time minutes(int minutes) {
		return new UserResult.Time.Clock(minutes * 60_000L);
	}

}
