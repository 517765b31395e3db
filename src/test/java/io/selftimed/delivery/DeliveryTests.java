package io.selftimed.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.runsignup.UserResult;
import io.selftimed.runsignup.UserResults;
import io.selftimed.runsignup.UserResultsAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A delivery's life, driven by hand: the clock and RunSignup are values of the test.
 */
@BothDatabases
class DeliveryTests {

	private static final DeliverySettings SETTINGS = new DeliverySettings(4, Duration.ZERO, Duration.ofSeconds(30),
			Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10),
			Duration.ofDays(90), Duration.ofSeconds(1));

	private final TestDatabase database;

	private final DeliveryOffice office;

	DeliveryTests(TestDatabase database) {
		this.database = database;
		this.office = new DeliveryOffice(database, SETTINGS);
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().harborMiles();
	}

	@Test
	void anAcceptedResultArrivesWithItsRegistration() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.answersAllReceived();
		assertThat(this.office.deliver()).isTrue();
		UserResult sent = this.office.calls().getFirst().results().getFirst();
		assertThat(sent.registrationId()).isEqualTo(41001101);
		assertThat(sent.bib()).isEqualTo(101);
		assertThat(sent.time()).isEqualTo(new UserResult.Time.Clock(1_471_500));
		assertThat(sent.tally()).isEqualTo(new UserResult.Tally.Unchanged());
		assertThat(sent.elevationGainInMillimetres()).isZero();
		assertThat(this.office.delivery(1)).containsEntry("state", "received").containsEntry("due_at", null);
		assertThat(this.office.progress(1).receivedAt()).isEqualTo(Instant.ofEpochSecond(1_586_571_360));
		assertThat(this.office.deliver()).isFalse();
	}

	@Test
	void whatNobodyWantsAnyMoreHoldsUpNobody() {
		this.office.accepted(1, 101, 1_471_500);
		Claim claim = this.office.abandon(Duration.ofSeconds(30));
		this.database.jdbc().sql("update submission set review = 'rejected'").update();
		this.office.changed(1, 41001);
		this.office.finish(claim, new UserResultsAnswer.Unknown("silence"));
		this.office.pass(Duration.ofHours(1));
		this.office.accepted(2, 102, 1_471_500);
		this.office.answersAllReceived();
		assertThat(this.office.deliver()).isTrue();
		assertThat(this.office.delivery(2)).containsEntry("state", "received");
		assertThat(this.office.delivery(1)).containsEntry("due_at", null);
		assertThat(this.office.deliver()).isFalse();
	}

	@Test
	void whatSettlesIsNotDueBefore() {
		this.database.jdbc().sql("update event set settle_delay_ms = 60000").update();
		this.office.accepted(1, 101, 1_471_500);
		assertThat(this.office.deliver()).isFalse();
		assertThat(this.office.progress(1).settlesAt()).isEqualTo(this.office.now().plusSeconds(60));
		this.office.pass(Duration.ofSeconds(60));
		this.office.answersAllReceived();
		assertThat(this.office.deliver()).isTrue();
		assertThat(this.office.progress(1).settlesAt()).isNull();
	}

	@Test
	void oneCallCarriesABatchOfOneEvent() {
		for (int bib = 101; bib <= 106; bib++) {
			this.office.accepted(bib, bib, 1_471_500);
		}
		this.office.answersAllReceived();
		this.office.answersAllReceived();
		this.office.deliver();
		this.office.deliver();
		assertThat(this.office.calls()).extracting((call) -> call.results().size()).containsExactly(4, 2);
		assertThat(this.office.counted()).containsEntry("received", 6L).containsEntry("waiting", 0L);
	}

	@Test
	void aRefusedBatchIsHalvedUntilTheOneIsFound() {
		for (int bib = 101; bib <= 104; bib++) {
			this.office.accepted(bib, bib, 1_471_500);
		}
		for (int call = 0; call < 12; call++) {
			this.office.answers((results) -> results.results().stream().anyMatch((result) -> result.bib() == 103L)
					? new UserResultsAnswer.Refused(115, "Bib number is invalid.")
					: DeliveryOffice.allReceived(results));
		}
		while (this.office.deliver()) {
			assertThat(this.office.calls()).hasSizeLessThan(10);
		}
		assertThat(this.office.delivery(103)).containsEntry("state", "refused").containsEntry("due_at", null);
		assertThat(this.office.delivery(101)).containsEntry("state", "received");
		assertThat(this.office.delivery(104)).containsEntry("state", "received");
		assertThat(this.office.counted()).containsEntry("received", 3L).containsEntry("refused", 1L);
	}

	@Test
	void troubleIsWrittenDownAndTriedAgainLaterAndLater() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.answers(new UserResultsAnswer.Unavailable(5, "Database error."));
		this.office.answers(new UserResultsAnswer.NeverSent("refused"));
		this.office.answersAllReceived();
		this.office.deliver();
		assertThat(this.office.deliver()).isFalse();
		this.office.pass(Duration.ofSeconds(1));
		assertThat(this.office.deliver()).isTrue();
		this.office.pass(Duration.ofMillis(1_999));
		assertThat(this.office.deliver()).isFalse();
		this.office.pass(Duration.ofMillis(1));
		assertThat(this.office.deliver()).isTrue();
		assertThat(this.office.attempts(1)).containsExactly("unavailable", "never-sent", "received");
	}

	@Test
	void throttlingWaitsAsLongAsRunSignupSays() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.answers(new UserResultsAnswer.Throttled(Duration.ofSeconds(77), "Slow down."));
		this.office.answersAllReceived();
		this.office.deliver();
		this.office.pass(Duration.ofSeconds(76));
		assertThat(this.office.deliver()).isFalse();
		this.office.pass(Duration.ofSeconds(1));
		assertThat(this.office.deliver()).isTrue();
	}

	@Test
	void afterAnUnknownOutcomeTheRunnerRestsForTheGracePeriod() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.answers(new UserResultsAnswer.Unknown("no answer"));
		this.office.answersAllReceived();
		this.office.deliver();
		this.office.accepted(1, 101, 1_480_000);
		this.office.pass(Duration.ofSeconds(29));
		assertThat(this.office.deliver()).isFalse();
		this.office.pass(Duration.ofSeconds(1));
		assertThat(this.office.deliver()).isTrue();
		assertThat(this.office.attempts(1)).containsExactly("unknown", "received");
	}

	@Test
	void afterALostCallOfAnOlderResultTheNewestIsSentOnceMore() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.answers(new UserResultsAnswer.Unknown("no answer"));
		this.office.deliver();
		this.office.accepted(1, 101, 1_480_000);
		this.office.pass(Duration.ofSeconds(30));
		this.office.answersAllReceived();
		this.office.deliver();
		assertThat(this.office.delivery(1)).containsEntry("state", "received");
		this.office.pass(Duration.ofMinutes(9));
		assertThat(this.office.deliver()).isFalse();
		this.office.pass(Duration.ofMinutes(1));
		this.office.answersAllReceived();
		assertThat(this.office.deliver()).isTrue();
		assertThat(this.office.lastSent().time()).isEqualTo(new UserResult.Time.Clock(1_480_000));
		this.office.pass(Duration.ofHours(1));
		assertThat(this.office.deliver()).isFalse();
	}

	@Test
	void aCorrectionDuringTheCallIsDelivered() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.answers((results) -> {
			this.office.accepted(1, 101, 1_480_000);
			return DeliveryOffice.allReceived(results);
		});
		this.office.answersAllReceived();
		this.office.deliver();
		assertThat(this.office.delivery(1)).containsEntry("state", "waiting");
		assertThat(this.office.deliver()).isTrue();
		assertThat(this.office.lastSent().time()).isEqualTo(new UserResult.Time.Clock(1_480_000));
		assertThat(this.office.delivery(1)).containsEntry("state", "received");
	}

	@Test
	void aClaimWhoseOwnerDiedIsGivenUpAfterItsLeaseAndTheLateFinisherChangesNothing() {
		this.office.accepted(1, 101, 1_471_500);
		Claim abandoned = this.office.abandon(Duration.ofSeconds(70));
		this.office.pass(Duration.ofSeconds(69));
		assertThat(this.office.deliver()).isFalse();
		this.office.pass(Duration.ofSeconds(1));
		this.office.answers(new UserResultsAnswer.Refused(115, "Bib number is invalid."));
		assertThat(this.office.deliver()).isTrue();
		this.office.finish(abandoned, DeliveryOffice.allReceived(abandoned.call()));
		assertThat(this.office.delivery(1)).containsEntry("state", "refused");
		assertThat(this.office.attempts(1)).containsExactly("lost", "refused");
	}

	@Test
	void whatIsNotAnsweredIsTriedAloneAndThenRefused() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.accepted(2, 102, 1_471_500);
		for (int call = 0; call < 8; call++) {
			this.office.answers((results) -> new UserResultsAnswer.Received(results.results()
				.stream()
				.map((result) -> (result.bib() == 101L) ? Optional.<UserResultsAnswer.ReceivedResult>empty()
						: Optional.of(DeliveryOffice.received(result)))
				.toList()));
			this.office.deliver();
			this.office.pass(Duration.ofMinutes(5));
		}
		assertThat(this.office.delivery(1)).containsEntry("state", "refused");
		assertThat(this.office.delivery(2)).containsEntry("state", "received");
		assertThat(this.office.attempts(1)).containsExactly("unanswered", "unanswered", "unanswered", "unanswered");
	}

	@Test
	void eventsTakeTurns() {
		for (int bib = 101; bib <= 110; bib++) {
			this.office.accepted(bib, bib, 1_471_500);
		}
		this.office.accepted(900, 41003, 101, 1_471_500);
		this.office.answersAllReceived();
		this.office.answersAllReceived();
		this.office.deliver();
		this.office.deliver();
		assertThat(this.office.calls()).extracting(UserResults::eventId).containsExactly(41001L, 41003L);
		assertThat(this.office.lastSent().tally()).isEqualTo(new UserResult.Tally.Cleared());
	}

	@Test
	void theHighestNumberIsWantedWhateverTheOrderOfDecisions() {
		this.office.accepted(1, 101, 1_471_500);
		HarborLights.in(this.database).submission(1, 41001, 3, 1_480_000);
		this.office.changed(1, 41001);
		HarborLights.in(this.database).submission(1, 41001, 2, 1_475_000);
		this.office.changed(1, 41001);
		this.office.answersAllReceived();
		this.office.deliver();
		assertThat(this.office.lastSent().time()).isEqualTo(new UserResult.Time.Clock(1_480_000));
	}

	@Test
	void aResultTakenBackBeforeAnyCallIsNeverSent() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.withdrawn(1);
		assertThat(this.office.deliver()).isFalse();
		assertThat(this.office.delivery(1)).containsEntry("state", "withdrawn").containsEntry("due_at", null);
		assertThat(this.office.counted()).containsEntry("waiting", 0L).containsEntry("withdrawn", 1L);
	}

	@Test
	void aResultTakenBackAfterACallIsReplacedByTheEventsWithdrawalOutcome() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.answersAllReceived();
		this.office.deliver();
		this.office.withdrawn(1);
		this.office.answersAllReceived();
		assertThat(this.office.deliver()).isTrue();
		assertThat(this.office.lastSent().time()).isEqualTo(UserResult.Time.Code.DNS);
	}

	@Test
	void anotherTimeAnsweredIsStoredAndShownAndNotSentAgain() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.answers((results) -> new UserResultsAnswer.Received(
				List.of(Optional.of(DeliveryOffice.received(results.results().getFirst(), 1_471_000L)))));
		this.office.deliver();
		assertThat(this.office.delivery(1)).containsEntry("state", "received").containsEntry("drift", "differs");
		assertThat(this.office.deliver()).isFalse();
	}

}
