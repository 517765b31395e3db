package io.selftimed.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.race.RaceTables;
import io.selftimed.runsignup.Gates;
import io.selftimed.runsignup.Lane;
import io.selftimed.runsignup.Lanes;
import io.selftimed.runsignup.RunSignupTables;
import io.selftimed.runsignup.UserResult;
import io.selftimed.runsignup.UserResultsAnswer;
import io.selftimed.submission.WantedChanged;
import org.jspecify.annotations.Nullable;

/**
 * A small race with several replicas, a RunSignup that may do anything, and a clock that
 * only moves when told to: runs a weekend of trouble in a moment, and knows what must
 * stand at RunSignup in the end.
 */
final class RaceWeekend {

	static final int RUNNERS = 2;

	private static final long EVENT = 41001;

	private static final Duration DEADLINE = Duration.ofSeconds(30);

	private static final DeliverySettings SETTINGS = new DeliverySettings(2, Duration.ZERO, Duration.ofSeconds(30),
			Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10),
			Duration.ofDays(90), Duration.ofSeconds(1));

	private final TestDatabase database;

	private final HarborLights race;

	private final Lanes lanes;

	private final Claims claims;

	private final Outcomes outcomes;

	private final Wanted wanted;

	private final List<CallUnderWay> underWay = new ArrayList<>();

	/** Calls whose process sleeps: it will write their outcomes, much too late. */
	private final List<CallUnderWay> asleep = new ArrayList<>();

	private final List<LateWord> late = new ArrayList<>();

	private final Map<Long, UserResult.Time> atRunSignup = new HashMap<>();

	private final Map<Long, Integer> highestCalled = new HashMap<>();

	private Instant now = HarborLights.NOON;

	private int submissions;

	RaceWeekend(TestDatabase database) {
		this.database = database;
		database.clean();
		this.race = HarborLights.in(database).race().harbor5k();
		for (long runner = 1; runner <= RUNNERS; runner++) {
			this.race.participant(runner, 100 + runner, "Marsh");
		}
		RaceTables races = RaceTables.in(database);
		Gates gates = RunSignupTables.gates(database, () -> this.now);
		Attempts attempts = new Attempts(database.jdbc());
		Deliveries deliveries = new Deliveries(database.jdbc(), SETTINGS);
		this.lanes = RunSignupTables.lanes(database, () -> this.now, this::nanoTime, DEADLINE);
		this.claims = new Claims(database.jdbc(), database.transactions(),
				new DueEvents(database.jdbc(), races.events(), gates),
				new LostClaims(database.jdbc(), database.transactions(), () -> this.now),
				new ClaimedItems(database.jdbc()), gates, () -> this.now, SETTINGS);
		RemoteClosing closing = new RemoteClosing(database.jdbc(), races.events(), new NoReads(),
				new Chores(database.jdbc(), database.transactions(), () -> this.now), () -> this.now);
		this.outcomes = new Outcomes(database.transactions(), deliveries, attempts,
				new EventRefusals(gates, attempts, deliveries, races.counts()), gates, closing, races.counts(),
				SETTINGS, new BackOff(SETTINGS.retryFirst(), SETTINGS.retryLongest(), (bound) -> bound / 2),
				() -> this.now, (event) -> {
				});
		this.wanted = new Wanted(database.jdbc(), races.events(), races.counts(), attempts, closing, SETTINGS,
				() -> this.now, new Bell());
	}

	private long nanoTime() {
		return Duration.between(HarborLights.NOON, this.now).toNanos();
	}

	/** A runner sends a result that is accepted. Every one is a second slower. */
	void submits(long runner) {
		this.race.submission(runner, EVENT, nextNumber(runner), nextTime());
		changed(runner);
	}

	/** A runner sends a result that waits for a person. */
	void isHeld(long runner) {
		long submission = this.race.submission(runner, EVENT, nextNumber(runner), nextTime());
		this.database.jdbc()
			.sql("update submission set review = 'held' where id = :id")
			.param("id", submission)
			.update();
	}

	/** A person decides on the oldest result of a runner that is held. */
	void isDecided(long runner, boolean accepted) {
		int decided = this.database.jdbc()
			.sql("update submission set review = :review where id = (select min(id) from submission"
					+ " where participant_id = :runner and review = 'held')")
			.param("review", accepted ? "accepted" : "rejected")
			.param("runner", runner)
			.update();
		if (decided > 0 && accepted) {
			changed(runner);
		}
	}

	/**
	 * An organizer rejects the newest accepted result. The one before counts again; where
	 * there is none and a call was made, the organizer withdraws the result.
	 */
	void isRejectedAfterAll(long runner) {
		int rejected = this.database.jdbc()
			.sql("update submission set review = 'rejected' where id = (select max(id) from submission"
					+ " where participant_id = :runner and review = 'accepted')")
			.param("runner", runner)
			.update();
		boolean nothingLeft = this.database.jdbc()
			.sql("select count(*) from submission where participant_id = :runner and review = 'accepted'")
			.param("runner", runner)
			.query(Integer.class)
			.single() == 0;
		if (rejected > 0 && nothingLeft && this.highestCalled.containsKey(runner)) {
			withdraws(runner);
		}
		else if (rejected > 0) {
			changed(runner);
		}
	}

	void withdraws(long runner) {
		this.race.withdrawal(runner, EVENT, nextNumber(runner));
		changed(runner);
	}

	private void changed(long runner) {
		this.database.transactions()
			.executeWithoutResult((status) -> this.wanted.raise(new WantedChanged(runner, EVENT)));
	}

	private int nextNumber(long runner) {
		return this.database.jdbc()
			.sql("select coalesce(max(number), 0) + 1 from submission where participant_id = :runner")
			.param("runner", runner)
			.query(Integer.class)
			.single();
	}

	private long nextTime() {
		this.submissions++;
		return 1_200_000 + this.submissions * 1000L;
	}

	/**
	 * A worker takes a lane and a claim, and its call leaves.
	 * @return whether there was anything to do
	 */
	boolean begins() {
		Lane lane = this.lanes.take(SETTINGS.gracePeriod()).orElse(null);
		if (lane == null) {
			return false;
		}
		Optional<Claim> claim = this.claims.take(lane.lease());
		if (claim.isEmpty()) {
			lane.close();
			return false;
		}
		claim.get().items().forEach(this::noOlderAfterNewer);
		this.underWay.add(new CallUnderWay(lane, claim.get(), this.now));
		if (this.underWay.size() > 2) {
			throw new AssertionError("three calls at once");
		}
		return true;
	}

	private void noOlderAfterNewer(ClaimedItem item) {
		Integer before = this.highestCalled.put(item.participantId(), item.version());
		if (before != null && before > item.version()) {
			throw new AssertionError("version " + item.version() + " was called after " + before);
		}
	}

	/** The oldest call under way ends in some way. */
	void ends(CallEnd end) {
		if (!this.underWay.isEmpty()) {
			ends(this.underWay.removeFirst(), end);
		}
	}

	private void ends(CallUnderWay call, CallEnd end) {
		end.word().reach(this, call);
		switch (end.process()) {
			case LIVES -> {
				write(call, end);
				call.lane().close();
			}
			case SLEEPS -> this.asleep.add(call);
			case DIES -> {
			}
			case DIES_AFTER_WRITING -> write(call, end);
		}
	}

	private void write(CallUnderWay call, CallEnd end) {
		UserResultsAnswer answer = end.answer(call.claim());
		if (answer instanceof UserResultsAnswer.Unknown) {
			RunSignupTables.stayShut(call.lane());
		}
		this.outcomes.write(call.claim(), answer);
	}

	/** A process that slept over its lease writes what it was answered. */
	void wakes() {
		if (!this.asleep.isEmpty()) {
			CallUnderWay call = this.asleep.removeFirst();
			write(call, CallEnd.RECEIVED);
			call.lane().close();
		}
	}

	/** Time passes: calls run into their deadline, late words reach RunSignup. */
	void passes(Duration time) {
		Instant until = this.now.plus(time);
		for (CallUnderWay call : List.copyOf(this.underWay)) {
			Instant deadline = call.since().plus(DEADLINE);
			if (!deadline.isAfter(until)) {
				this.now = deadline;
				reachLate();
				this.underWay.remove(call);
				ends(call, CallEnd.SILENCE_APPLIED_LATE);
			}
		}
		this.now = until;
		reachLate();
	}

	private void reachLate() {
		for (LateWord word : List.copyOf(this.late)) {
			if (!word.at().isAfter(this.now)) {
				this.late.remove(word);
				reach(word.claim());
			}
		}
	}

	/** RunSignup applies a call now. */
	void reach(Claim claim) {
		claim.items().forEach((item) -> this.atRunSignup.put(item.participantId(), item.result().time()));
	}

	/** RunSignup will apply a call, as late as it may. */
	void reachLate(CallUnderWay call) {
		this.late.add(new LateWord(call.claim(), call.since().plus(SETTINGS.remotePatience())));
	}

	/** All trouble ends, and time passes until nothing is left to do. */
	void comesToRest() {
		for (int turn = 0; turn < 6; turn++) {
			passes(Duration.ofMinutes(16));
			while (!this.underWay.isEmpty()) {
				ends(CallEnd.RECEIVED);
			}
			wakes();
			while (begins()) {
				ends(CallEnd.RECEIVED);
			}
		}
	}

	/** What must stand at RunSignup: the newest accepted word, whatever happened. */
	void holdsItsPromises() {
		for (long runner = 1; runner <= RUNNERS; runner++) {
			String state = state(runner);
			if (!"refused".equals(state)) {
				UserResult.Time expected = expected(runner);
				if (!Objects.equals(this.atRunSignup.get(runner), expected)) {
					throw new AssertionError("runner " + runner + " (" + state + ") must have " + expected + " but has "
							+ this.atRunSignup.get(runner));
				}
			}
		}
	}

	private @Nullable String state(long runner) {
		return this.database.jdbc()
			.sql("select state from delivery where participant_id = :runner")
			.param("runner", runner)
			.query((row, number) -> row.getString(1))
			.optional()
			.orElse(null);
	}

	private UserResult.@Nullable Time expected(long runner) {
		return this.database.jdbc()
			.sql("select outcome, clock_time_ms from submission where participant_id = :runner"
					+ " and review = 'accepted' order by number desc fetch first 1 rows only")
			.param("runner", runner)
			.query((row, number) -> row.getString(1).equals("WITHDRAWN") ? withdrawn(runner)
					: Optional.<UserResult.Time>of(new UserResult.Time.Clock(row.getLong(2))))
			.optional()
			.flatMap((time) -> time)
			.orElse(null);
	}

	/** A withdrawal travels only where a call was ever made. */
	private Optional<UserResult.Time> withdrawn(long runner) {
		return this.highestCalled.containsKey(runner) ? Optional.of(UserResult.Time.Code.DNS) : Optional.empty();
	}

	/**
	 * A call that has left.
	 */
	record CallUnderWay(Lane lane, Claim claim, Instant since) {
	}

	/**
	 * A call that RunSignup will apply when nobody waits for it any more.
	 */
	record LateWord(Claim claim, Instant at) {
	}

}
