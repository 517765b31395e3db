package io.selftimed.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.race.RaceTables;
import io.selftimed.runsignup.Lane;
import io.selftimed.runsignup.UserResult;
import io.selftimed.runsignup.UserResults;
import io.selftimed.runsignup.UserResultsAnswer;
import io.selftimed.submission.SubmissionAccepted;
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
			Duration.ofSeconds(1));

	private final TestDatabase database;

	private final Deque<Function<UserResults, UserResultsAnswer>> answers = new ArrayDeque<>();

	private final List<UserResults> calls = new ArrayList<>();

	private final Claims claims;

	private final Outcomes outcomes;

	private final Wanted wanted;

	private Instant now = HarborLights.NOON;

	DeliveryTests(TestDatabase database) {
		this.database = database;
		RaceTables races = RaceTables.in(database);
		BackOff backOff = new BackOff(SETTINGS.retryFirst(), SETTINGS.retryLongest(), (bound) -> bound);
		this.claims = new Claims(database.jdbc(), database.transactions(), races.events(), () -> this.now, SETTINGS);
		this.outcomes = new Outcomes(database.jdbc(), database.transactions(), races.counts(), SETTINGS, backOff,
				() -> this.now);
		this.wanted = new Wanted(database.jdbc(), races.events(), races.counts(), SETTINGS, () -> this.now, new Bell());
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().harborMiles();
	}

	@Test
	void anAcceptedResultArrivesWithItsRegistration() {
		accepted(1, 101, 1_471_500);
		this.answers.add(this::allReceived);
		assertThat(deliver()).isTrue();
		UserResult sent = this.calls.getFirst().results().getFirst();
		assertThat(sent.registrationId()).isEqualTo(41001101);
		assertThat(sent.bib()).isEqualTo(101);
		assertThat(sent.time()).isEqualTo(new UserResult.Time.Clock(1_471_500));
		assertThat(sent.tally()).isEqualTo(new UserResult.Tally.Unchanged());
		assertThat(sent.elevationGainInMillimetres()).isZero();
		assertThat(delivery(1)).containsEntry("state", "received").containsEntry("due_at", null);
		assertThat(progress(1).receivedAt()).isEqualTo(Instant.ofEpochSecond(1_586_571_360));
		assertThat(deliver()).isFalse();
	}

	@Test
	void whatSettlesIsNotDueBefore() {
		this.database.jdbc().sql("update event set settle_delay_ms = 60000").update();
		accepted(1, 101, 1_471_500);
		assertThat(deliver()).isFalse();
		this.now = this.now.plusSeconds(60);
		this.answers.add(this::allReceived);
		assertThat(deliver()).isTrue();
	}

	@Test
	void oneCallCarriesABatchOfOneEvent() {
		for (int bib = 101; bib <= 106; bib++) {
			accepted(bib, bib, 1_471_500);
		}
		this.answers.add(this::allReceived);
		this.answers.add(this::allReceived);
		deliver();
		deliver();
		assertThat(this.calls).extracting((call) -> call.results().size()).containsExactly(4, 2);
		assertThat(counted()).containsEntry("received", 6L).containsEntry("waiting", 0L);
	}

	@Test
	void aRefusedBatchIsHalvedUntilTheOneIsFound() {
		for (int bib = 101; bib <= 104; bib++) {
			accepted(bib, bib, 1_471_500);
		}
		for (int call = 0; call < 12; call++) {
			this.answers.add((results) -> results.results().stream().anyMatch((result) -> result.bib() == 103L)
					? new UserResultsAnswer.Refused(115, "Bib number is invalid.") : allReceived(results));
		}
		while (deliver()) {
			assertThat(this.calls).hasSizeLessThan(10);
		}
		assertThat(delivery(103)).containsEntry("state", "refused").containsEntry("due_at", null);
		assertThat(delivery(101)).containsEntry("state", "received");
		assertThat(delivery(104)).containsEntry("state", "received");
		assertThat(counted()).containsEntry("received", 3L).containsEntry("refused", 1L);
	}

	@Test
	void troubleIsWrittenDownAndTriedAgainLaterAndLater() {
		accepted(1, 101, 1_471_500);
		this.answers.add((results) -> new UserResultsAnswer.Unavailable(5, "Database error."));
		this.answers.add((results) -> new UserResultsAnswer.NeverSent("refused"));
		this.answers.add(this::allReceived);
		deliver();
		assertThat(deliver()).isFalse();
		this.now = this.now.plusSeconds(1);
		assertThat(deliver()).isTrue();
		this.now = this.now.plusMillis(1_999);
		assertThat(deliver()).isFalse();
		this.now = this.now.plusMillis(1);
		assertThat(deliver()).isTrue();
		assertThat(attempts(1)).containsExactly("unavailable", "never-sent", "received");
	}

	@Test
	void throttlingWaitsAsLongAsRunSignupSays() {
		accepted(1, 101, 1_471_500);
		this.answers.add((results) -> new UserResultsAnswer.Throttled(Duration.ofSeconds(77), "Slow down."));
		this.answers.add(this::allReceived);
		deliver();
		this.now = this.now.plusSeconds(76);
		assertThat(deliver()).isFalse();
		this.now = this.now.plusSeconds(1);
		assertThat(deliver()).isTrue();
	}

	@Test
	void afterAnUnknownOutcomeTheRunnerRestsForTheGracePeriod() {
		accepted(1, 101, 1_471_500);
		this.answers.add((results) -> new UserResultsAnswer.Unknown("no answer"));
		this.answers.add(this::allReceived);
		deliver();
		accepted(1, 101, 1_480_000);
		this.now = this.now.plusSeconds(29);
		assertThat(deliver()).isFalse();
		this.now = this.now.plusSeconds(1);
		assertThat(deliver()).isTrue();
		assertThat(attempts(1)).containsExactly("unknown", "received");
	}

	@Test
	void afterALostCallOfAnOlderResultTheNewestIsSentOnceMore() {
		accepted(1, 101, 1_471_500);
		this.answers.add((results) -> new UserResultsAnswer.Unknown("no answer"));
		deliver();
		accepted(1, 101, 1_480_000);
		this.now = this.now.plusSeconds(30);
		this.answers.add(this::allReceived);
		deliver();
		assertThat(delivery(1)).containsEntry("state", "received");
		this.now = this.now.plus(Duration.ofMinutes(9));
		assertThat(deliver()).isFalse();
		this.now = this.now.plus(Duration.ofMinutes(1));
		this.answers.add(this::allReceived);
		assertThat(deliver()).isTrue();
		assertThat(this.calls.getLast().results().getFirst().time()).isEqualTo(new UserResult.Time.Clock(1_480_000));
		this.now = this.now.plus(Duration.ofHours(1));
		assertThat(deliver()).isFalse();
	}

	@Test
	void aCorrectionDuringTheCallIsDelivered() {
		accepted(1, 101, 1_471_500);
		this.answers.add((results) -> {
			accepted(1, 101, 1_480_000);
			return allReceived(results);
		});
		this.answers.add(this::allReceived);
		deliver();
		assertThat(delivery(1)).containsEntry("state", "waiting");
		assertThat(deliver()).isTrue();
		assertThat(this.calls.getLast().results().getFirst().time()).isEqualTo(new UserResult.Time.Clock(1_480_000));
		assertThat(delivery(1)).containsEntry("state", "received");
	}

	@Test
	void aClaimWhoseOwnerDiedIsGivenUpAfterItsLeaseAndTheLateFinisherChangesNothing() {
		accepted(1, 101, 1_471_500);
		Claim abandoned = this.claims.take(Duration.ofSeconds(70)).orElseThrow();
		this.now = this.now.plusSeconds(69);
		assertThat(deliver()).isFalse();
		this.now = this.now.plusSeconds(1);
		this.answers.add((results) -> new UserResultsAnswer.Refused(115, "Bib number is invalid."));
		assertThat(deliver()).isTrue();
		this.outcomes.write(abandoned, allReceived(abandoned.call()));
		assertThat(delivery(1)).containsEntry("state", "refused");
		assertThat(attempts(1)).containsExactly("lost", "refused");
	}

	@Test
	void whatIsNotAnsweredIsTriedAloneAndThenRefused() {
		accepted(1, 101, 1_471_500);
		accepted(2, 102, 1_471_500);
		for (int call = 0; call < 8; call++) {
			this.answers.add((results) -> new UserResultsAnswer.Received(results.results()
				.stream()
				.map((result) -> (result.bib() == 101L) ? Optional.<UserResultsAnswer.ReceivedResult>empty()
						: Optional.of(received(result)))
				.toList()));
			deliver();
			this.now = this.now.plus(Duration.ofMinutes(5));
		}
		assertThat(delivery(1)).containsEntry("state", "refused");
		assertThat(delivery(2)).containsEntry("state", "received");
		assertThat(attempts(1)).containsExactly("unanswered", "unanswered", "unanswered", "unanswered");
	}

	@Test
	void eventsTakeTurns() {
		for (int bib = 101; bib <= 110; bib++) {
			accepted(bib, bib, 1_471_500);
		}
		HarborLights.in(this.database).participant(900, 41003, 101, "Marsh");
		long submission = HarborLights.in(this.database).submission(900, 41003, 1, 1_471_500);
		this.wanted.raise(new SubmissionAccepted(submission, 900, 41003));
		this.answers.add(this::allReceived);
		this.answers.add(this::allReceived);
		deliver();
		deliver();
		assertThat(this.calls).extracting(UserResults::eventId).containsExactly(41001L, 41003L);
		assertThat(this.calls.getLast().results().getFirst().tally()).isEqualTo(new UserResult.Tally.Cleared());
	}

	private void accepted(long participant, long bib, long milliseconds) {
		HarborLights harborLights = HarborLights.in(this.database);
		int number = this.database.jdbc()
			.sql("select count(*) from submission where participant_id = :id")
			.param("id", participant)
			.query(Integer.class)
			.single();
		if (number == 0) {
			harborLights.participant(participant, bib, "Marsh");
		}
		long submission = harborLights.submission(participant, 41001, number + 1, milliseconds);
		this.wanted.raise(new SubmissionAccepted(submission, participant, 41001));
	}

	/** One turn of a worker, without lanes. */
	private boolean deliver() {
		Courier courier = new Courier((grace) -> Optional.of(new OpenLane()), this.claims, (lane, results) -> {
			this.calls.add(results);
			return this.answers.remove().apply(results);
		}, this.outcomes, SETTINGS);
		return courier.deliverOnce();
	}

	private UserResultsAnswer allReceived(UserResults results) {
		return new UserResultsAnswer.Received(
				results.results().stream().map((result) -> Optional.of(received(result))).toList());
	}

	private static UserResultsAnswer.ReceivedResult received(UserResult result) {
		return new UserResultsAnswer.ReceivedResult(result.registrationId(), result.bib(), 1_586_571_360L, 17_030L,
				1_020_000L, 0L, null);
	}

	private Map<String, Object> delivery(long participant) {
		return this.database.jdbc()
			.sql("select state, due_at from delivery where participant_id = :id")
			.param("id", participant)
			.query()
			.singleRow();
	}

	private io.selftimed.submission.DeliveryProgress.Progress progress(long participant) {
		long submission = this.database.jdbc()
			.sql("select max(id) from submission where participant_id = :id")
			.param("id", participant)
			.query(Long.class)
			.single();
		return new JdbcDeliveryProgress(this.database.jdbc()).of(submission);
	}

	private List<String> attempts(long participant) {
		return this.database.jdbc()
			.sql("select outcome from delivery_attempt where participant_id = :id order by id")
			.param("id", participant)
			.query((row, number) -> Objects.requireNonNull(row.getString(1)))
			.list();
	}

	private Map<String, Long> counted() {
		Map<String, Long> counts = new java.util.HashMap<>();
		this.database.jdbc()
			.sql("select what, sum(delta) from event_count_delta group by what")
			.query((row, number) -> counts.put(row.getString(1), row.getLong(2)))
			.list();
		return counts;
	}

	/** A lane that is always free. */
	private static final class OpenLane implements Lane {

		@Override
		public Duration lease() {
			return Duration.ofSeconds(70);
		}

		@Override
		public void close() {
			// Always free.
		}

	}

}
