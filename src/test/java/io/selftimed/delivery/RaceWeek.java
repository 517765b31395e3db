package io.selftimed.delivery;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.delivery.RunnersWords.Review;
import io.selftimed.runsignup.ClosedGate;
import io.selftimed.runsignup.UserResult;
import io.selftimed.runsignup.UserResults;
import io.selftimed.runsignup.UserResultsAnswer;
import io.selftimed.submission.SubmissionIntake.Sender;
import org.jspecify.annotations.Nullable;

/**
 * A race week at one process with two workers, lived through as fast as the database
 * goes: the clock jumps to the next moment at which anything can happen. What happens is
 * written into a calendar before.
 */
final class RaceWeek {

	static final long HARBOR_5K = 41001;

	static final long HARBOR_MILES = 41003;

	static final DeliverySettings SETTINGS = new DeliverySettings(25, Duration.ofSeconds(60), ModelRunSignup.GRACE,
			Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), ModelRunSignup.PATIENCE,
			Duration.ofDays(90), Duration.ofSeconds(1));

	private static final Duration A_CALL = Duration.ofMillis(500);

	private static final Duration A_POLL = SETTINGS.pollInterval();

	private static final LocalDate MONDAY = LocalDate.of(2026, 7, 6);

	private final TestDatabase database;

	private final HarborLights race;

	private final ModelRunSignup runSignup = new ModelRunSignup(() -> this.now);

	private final Map<Long, RunnersWords> runners = new HashMap<>();

	private final Map<Long, Long> events = new HashMap<>();

	private final TreeMap<Instant, List<Runnable>> calendar = new TreeMap<>();

	/** When the calls under way will be answered, as if they are. */
	private final Map<Hand, Instant> answerAt = new IdentityHashMap<>();

	private Instant now = at(DayOfWeek.MONDAY, "00:00");

	private @Nullable Replica process;

	private Function<UserResults, @Nullable UserResultsAnswer> mood = DeliveryOffice::allReceived;

	private long submissions;

	RaceWeek(TestDatabase database) {
		this.database = database;
		database.clean();
		this.race = HarborLights.in(database).race().harbor5k().harborMiles();
		this.runSignup.watchedBy(this::isWanted, (results) -> {
		});
		starts();
	}

	/** A moment of the week that begins on this Monday. */
	static Instant at(DayOfWeek day, String time) {
		return MONDAY.with(TemporalAdjusters.nextOrSame(day)).atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
	}

	static Instant nextMonday(String time) {
		return at(DayOfWeek.MONDAY, time).plus(Duration.ofDays(7));
	}

	/** Somebody is on the roster, here and there, under the bib. */
	void comes(long bib, long event) {
		this.race.participant(bib, event, bib, "Marsh");
		this.runSignup.knows(bib, event * 1000 + bib);
		this.runners.put(bib, new RunnersWords());
		this.events.put(bib, event);
	}

	/** Something will happen. */
	void on(Instant moment, Runnable deed) {
		this.calendar.merge(moment, List.of(deed),
				(before, more) -> Stream.concat(before.stream(), more.stream()).toList());
	}

	/** How RunSignup answers from now on; null for silence. */
	void runSignupAnswers(Function<UserResults, @Nullable UserResultsAnswer> answer) {
		this.mood = answer;
	}

	void runSignupIsWell() {
		runSignupAnswers(DeliveryOffice::allReceived);
	}

	/**
	 * A runner sends a result that RunSignup may take or not; every one is a second
	 * slower.
	 */
	long sends(long bib) {
		this.submissions++;
		long milliseconds = 1_200_000 + this.submissions * 1000;
		process().accepts(new Sender(bib, this.events.get(bib), bib, false), milliseconds);
		this.runners.get(bib).says(new UserResult.Time.Clock(milliseconds), false, Review.ACCEPTED);
		return milliseconds;
	}

	/** An organizer edits an event. */
	void isEdited(long event) {
		process().isEdited(4100, event);
	}

	/** An organizer enters another credential. */
	void credentialIsEdited() {
		process().credentialIsEdited();
	}

	/** The process is killed, its calls with it. */
	void isKilled() {
		process().dies();
		this.answerAt.clear();
		this.process = null;
	}

	void starts() {
		this.process = new Replica(this.database, SETTINGS, () -> this.now, this.runSignup);
	}

	private Replica process() {
		return Objects.requireNonNull(this.process, "the process is down");
	}

	ModelRunSignup runSignup() {
		return this.runSignup;
	}

	/** How many calls are under way. */
	int underWay() {
		return this.answerAt.size();
	}

	/** What is under way will be applied, late, though nobody waits for it any more. */
	void whatIsUnderWayIsAppliedLate(Duration later) {
		this.answerAt.keySet().forEach((hand) -> this.runSignup.appliesLate(hand.visit(), later));
	}

	/** What a runner wants to stand at RunSignup. */
	UserResult.Time wantedOf(long bib) {
		return this.runners.get(bib).value().orElseThrow();
	}

	UserResult.@Nullable Time standsFor(long bib) {
		return this.runSignup.standsFor(this.events.get(bib) * 1000 + bib);
	}

	List<ClosedGate> closedGates() {
		return process().gates().closed();
	}

	/** Lives on until a moment, and lives through all that is in the calendar. */
	void livesUntil(Instant moment) {
		while (this.now.isBefore(moment)) {
			calendarIsDue();
			boolean busy = true;
			while (busy) {
				busy = workersGoOn();
			}
			this.now = nextMoment(moment);
			this.runSignup.timePassed();
		}
		calendarIsDue();
	}

	private void calendarIsDue() {
		while (!this.calendar.isEmpty() && !this.calendar.firstKey().isAfter(this.now)) {
			this.calendar.pollFirstEntry().getValue().forEach(Runnable::run);
		}
	}

	private boolean workersGoOn() {
		List<Hand> hands = (this.process != null) ? this.process.hands() : List.of();
		boolean busy = false;
		for (Hand hand : hands) {
			busy |= hand.stage() == Hand.Stage.GONE && isAnswered(hand);
		}
		return busy | hands.stream().filter((hand) -> hand.stage() == Hand.Stage.IDLE).anyMatch(this::begins);
	}

	private boolean begins(Hand hand) {
		if (!process().begins(hand)) {
			return false;
		}
		if (hand.leaves()) {
			this.answerAt.put(hand, this.now.plus(A_CALL));
		}
		else {
			hand.writesDown();
		}
		return true;
	}

	private boolean isAnswered(Hand hand) {
		if (this.answerAt.get(hand).isAfter(this.now)) {
			return false;
		}
		boolean overdue = !hand.visit().deadline().isAfter(this.now);
		UserResultsAnswer answer = overdue ? new UserResultsAnswer.Unknown("silence") : this.mood.apply(hand.results());
		if (answer == null) {
			this.answerAt.put(hand, hand.visit().deadline());
			return true;
		}
		answers(hand, answer);
		return true;
	}

	private void answers(Hand hand, UserResultsAnswer answer) {
		if (answer instanceof UserResultsAnswer.Received) {
			this.runSignup.applies(hand.visit(), hand.results().results().size());
		}
		if (answer instanceof UserResultsAnswer.Unknown) {
			hand.visit().isCut(this.now);
		}
		else {
			hand.visit().isAnswered(this.now);
		}
		this.answerAt.remove(hand);
		hand.isAnswered(answer);
		hand.writesDown();
	}

	/** When anything can happen next: what the product's workers find by polling. */
	private Instant nextMoment(Instant end) {
		Instant soon = this.now.plus(A_POLL);
		Instant next = this.answerAt.values().stream().min(Instant::compareTo).orElse(end);
		Instant planned = this.calendar.isEmpty() ? end : this.calendar.firstKey();
		Instant worth = Objects.requireNonNullElse(worthALook(), end);
		Instant look = worth.isBefore(soon) ? soon : worth;
		return List.of(next, planned, look, end).stream().min(Instant::compareTo).orElseThrow();
	}

	private @Nullable Instant worthALook() {
		return this.database.jdbc()
			.sql("""
					select min(at) from (select due_at as at from delivery union all select claim_until from delivery
						union all select held_until from call_lane union all select probe_at from call_gate) moments
					where at > :now
					""")
			.param("now", this.now.atOffset(ZoneOffset.UTC))
			.query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
			.single()
			.map(OffsetDateTime::toInstant)
			.orElse(null);
	}

	/** Only a runner's newest word travels. */
	private void isWanted(UserResults results) {
		for (UserResult result : results.results()) {
			UserResult.Time wanted = wantedOf(result.bib());
			if (!wanted.equals(result.time())) {
				throw new AssertionError("bib " + result.bib() + " wants " + wanted + ", not " + result.time());
			}
		}
	}

}
