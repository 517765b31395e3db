package io.selftimed.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.race.RaceTables;
import io.selftimed.runsignup.NoReads;
import io.selftimed.runsignup.Gates;
import io.selftimed.runsignup.Lane;
import io.selftimed.runsignup.RunSignupTables;
import io.selftimed.runsignup.UserResult;
import io.selftimed.runsignup.UserResults;
import io.selftimed.runsignup.UserResultsAnswer;
import io.selftimed.submission.DeliveryProgress;
import io.selftimed.submission.WantedChanged;

/**
 * One replica's deliveries over a test database, driven by hand: the clock and RunSignup
 * are values of the test.
 */
final class DeliveryOffice {

	private static final long RECEIVED_TS = 1_586_571_360L;

	private final TestDatabase database;

	private final Deque<Function<UserResults, UserResultsAnswer>> answers = new ArrayDeque<>();

	private final List<UserResults> calls = new ArrayList<>();

	private final List<Object> told = new ArrayList<>();

	private final Gates gates;

	private final Claims claims;

	private final Outcomes outcomes;

	private final Wanted wanted;

	private final Courier courier;

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private Instant now = HarborLights.NOON;

	DeliveryOffice(TestDatabase database, DeliverySettings settings) {
		this.database = database;
		RaceTables races = RaceTables.in(database);
		BackOff backOff = new BackOff(settings.retryFirst(), settings.retryLongest(), (bound) -> bound);
		this.gates = RunSignupTables.gates(database, this::now);
		Attempts attempts = new Attempts(database.jdbc());
		Deliveries deliveries = new Deliveries(database.jdbc(), settings);
		this.claims = new Claims(database.jdbc(), database.transactions(),
				new DueEvents(database.jdbc(), races.events(), this.gates),
				new LostClaims(database.jdbc(), database.transactions(), this::now), new ClaimedItems(database.jdbc()),
				this.gates, this::now, settings);
		RemoteClosing closing = new RemoteClosing(database.jdbc(), new NoReads(),
				new Chores(database.jdbc(), database.transactions(), this::now), this::now);
		this.outcomes = new Outcomes(database.transactions(), deliveries, attempts,
				new EventRefusals(this.gates, attempts, deliveries, races.counts()), this.gates, closing,
				races.counts(), settings, backOff, this::now, this.told::add);
		this.wanted = new Wanted(database.jdbc(), races.events(), races.counts(), attempts, closing, settings,
				this::now, new Bell());
		this.courier = new Courier((grace) -> Optional.of(new OpenLane()), this.claims, (lane, results) -> {
			this.calls.add(results);
			return this.answers.remove().apply(results);
		}, this.outcomes, new CallWatch(this.meters), settings);
	}

	Instant now() {
		return this.now;
	}

	void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	Gates gates() {
		return this.gates;
	}

	/** Takes a claim and never finishes it by itself. */
	Claim abandon(Duration lease) {
		return this.claims.take(lease).orElseThrow();
	}

	void finish(Claim claim, Function<UserResults, UserResultsAnswer> answer) {
		finish(claim, answer.apply(claim.call()));
	}

	void finish(Claim claim, UserResultsAnswer answer) {
		this.outcomes.write(claim, answer);
	}

	/** A runner of harbor-5k finished. */
	void accepted(long participant, long bib, long milliseconds) {
		accepted(participant, 41001, bib, milliseconds);
	}

	void accepted(long participant, long eventId, long bib, long milliseconds) {
		HarborLights harborLights = HarborLights.in(this.database);
		int number = submissions(participant);
		if (number == 0) {
			harborLights.participant(participant, eventId, bib, "Marsh");
		}
		harborLights.submission(participant, eventId, number + 1, milliseconds);
		changed(participant, eventId);
	}

	/** A runner of harbor-5k took the result back. */
	void withdrawn(long participant) {
		HarborLights.in(this.database).withdrawal(participant, 41001, submissions(participant) + 1);
		changed(participant, 41001);
	}

	void changed(long participant, long eventId) {
		this.database.transactions()
			.executeWithoutResult((status) -> this.wanted.raise(new WantedChanged(participant, eventId)));
	}

	private int submissions(long participant) {
		return this.database.jdbc()
			.sql("select count(*) from submission where participant_id = :id")
			.param("id", participant)
			.query(Integer.class)
			.single();
	}

	/** What RunSignup answers to the next call. */
	void answers(Function<UserResults, UserResultsAnswer> answer) {
		this.answers.add(answer);
	}

	void answers(UserResultsAnswer answer) {
		this.answers.add((results) -> answer);
	}

	void answersAllReceived() {
		this.answers.add(DeliveryOffice::allReceived);
	}

	/** One turn of a worker; a lane is always free. */
	boolean deliver() {
		return this.courier.deliverOnce();
	}

	/** The calls that were made. */
	List<UserResults> calls() {
		return this.calls;
	}

	/** What other modules were told. */
	List<Object> told() {
		return this.told;
	}

	/** The one result of the last call. */
	UserResult lastSent() {
		List<UserResult> results = this.calls.getLast().results();
		return results.getFirst();
	}

	static UserResultsAnswer allReceived(UserResults results) {
		return new UserResultsAnswer.Received(
				results.results().stream().map((result) -> Optional.of(received(result))).toList());
	}

	/** RunSignup received it as it was sent. */
	static UserResultsAnswer.ReceivedResult received(UserResult result) {
		Long time = (result.time() instanceof UserResult.Time.Clock(long milliseconds)) ? milliseconds : null;
		return received(result, time);
	}

	static UserResultsAnswer.ReceivedResult received(UserResult result,
			@org.jspecify.annotations.Nullable Long milliseconds) {
		return new UserResultsAnswer.ReceivedResult(result.registrationId(), result.bib(), RECEIVED_TS, 17_030L,
				milliseconds, 0L, null);
	}

	Map<String, Object> delivery(long participant) {
		return this.database.jdbc()
			.sql("select state, due_at, drift from delivery where participant_id = :id")
			.param("id", participant)
			.query()
			.singleRow();
	}

	DeliveryProgress.Progress progress(long participant) {
		long submission = this.database.jdbc()
			.sql("select max(id) from submission where participant_id = :id")
			.param("id", participant)
			.query(Long.class)
			.single();
		return new JdbcDeliveryProgress(this.database.jdbc()).of(submission);
	}

	List<String> attempts(long participant) {
		return this.database.jdbc()
			.sql("select outcome from delivery_attempt where participant_id = :id order by id")
			.param("id", participant)
			.query((row, number) -> Objects.requireNonNull(row.getString(1)))
			.list();
	}

	Map<String, Long> counted() {
		Map<String, Long> counts = new HashMap<>();
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
