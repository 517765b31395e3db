package io.selftimed.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.delivery.RunnersWords.Review;
import io.selftimed.delivery.RunnersWords.Word;
import io.selftimed.runsignup.UserResult;
import io.selftimed.runsignup.UserResults;
import io.selftimed.runsignup.UserResultsAnswer;
import io.selftimed.submission.Ruling;
import io.selftimed.submission.SubmissionIntake.Sender;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * A small race with several processes over one database, a RunSignup that may do
 * anything, and a clock that only moves when told to: runs a weekend of trouble in a
 * moment, and knows what must stand at RunSignup in the end.
 */
final class RaceWeekend {

	static final int RUNNERS = 4;

	private static final long RACE = 4100;

	private static final int ROUNDS_TO_REST = 60;

	private static final int CALLS_TO_REST = 100;

	private static final DeliverySettings SETTINGS = new DeliverySettings(3, Duration.ZERO, ModelRunSignup.GRACE,
			Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), ModelRunSignup.PATIENCE,
			Duration.ofDays(90), Duration.ofSeconds(1));

	private final TestDatabase database;

	private final JdbcClient jdbc;

	private final ModelRunSignup runSignup = new ModelRunSignup(() -> this.now);

	private final ModelGates gates = new ModelGates(SETTINGS.throttleWait());

	private final List<Replica> replicas = new ArrayList<>();

	private final Map<Long, RunnersWords> runners = new HashMap<>();

	private final Map<Long, Long> bibs = new HashMap<>();

	/** What each call carries: for each runner how often the wanted word had changed. */
	private final Map<UserResults, Map<Long, Integer>> claimed = new IdentityHashMap<>();

	private final Map<Hand, CallEnd> ends = new IdentityHashMap<>();

	private final Set<Refusal> refusals = new HashSet<>();

	private Instant now = HarborLights.NOON;

	private int submissions;

	RaceWeekend(TestDatabase database, int replicas) {
		this.database = database;
		this.jdbc = database.jdbc();
		database.clean();
		HarborLights race = HarborLights.in(database).race().harbor5k().harborMiles();
		LongStream.rangeClosed(1, RUNNERS).forEach((runner) -> comes(race, runner));
		this.jdbc.sql("update participant set registration_id = null where id > 2").update();
		for (int replica = 0; replica < replicas; replica++) {
			this.replicas.add(newReplica());
		}
		this.runSignup.watchedBy(this::isClaimed, this::leaves);
	}

	private void comes(HarborLights race, long runner) {
		race.participant(runner, event(runner), 100 + runner, "Marsh");
		this.bibs.put(runner, 100 + runner);
		this.runSignup.knows(100 + runner, registration(runner));
		this.runners.put(runner, new RunnersWords());
	}

	private Replica newReplica() {
		return new Replica(this.database, SETTINGS, () -> this.now, this.runSignup);
	}

	/** The last runner is in another event. */
	private static long event(long runner) {
		return (runner < RUNNERS) ? 41001 : 41003;
	}

	private static long registration(long runner) {
		return event(runner) * 1000 + 100 + runner;
	}

	private static long runner(long registration) {
		return registration % 1000 - 100;
	}

	private RunnersWords words(long runner) {
		return this.runners.get(runner);
	}

	private Replica replica(int number) {
		return this.replicas.get(number % this.replicas.size());
	}

	/** A runner sends a result. Every one is a second slower. */
	void submits(int at, long runner, boolean held, boolean impossible) {
		this.submissions++;
		long milliseconds = 1_200_000 + this.submissions * 1000L;
		boolean acknowledged = lives(at, (replica) -> replica
			.accepts(new Sender(runner, event(runner), this.bibs.get(runner), held), milliseconds));
		Long kept = number(runner, "clock_time_ms = " + milliseconds);
		if (acknowledged && kept == null) {
			throw new AssertionError("what was acknowledged is lost");
		}
		if (kept != null) {
			same(kept, (long) words(runner).nextNumber(), "the number of a submission");
			words(runner).says(new UserResult.Time.Clock(milliseconds), impossible,
					held ? Review.HELD : Review.ACCEPTED);
		}
	}

	void withdraws(int at, long runner) {
		int number = words(runner).nextNumber();
		lives(at, (replica) -> replica.decides(runner, event(runner), """
				insert into submission (event_id, participant_id, number, submitted_at, outcome, identity_shown, review,
					receipt_hash)
				values (:event, :participant, :number, current_timestamp, 'WITHDRAWN', 'receipt', 'accepted', :receipt)
				""", number));
		if (number(runner, "number = " + number) != null) {
			words(runner).says(null, false, Review.ACCEPTED);
		}
	}

	/** A person decides on the oldest result of a runner that is held. */
	void isDecided(int at, long runner, boolean accepted) {
		words(runner).oldestHeld()
			.ifPresent((word) -> rules(at, runner, word,
					accepted ? new Ruling.Accept() : new Ruling.Reject("Not this race.", false)));
	}

	/**
	 * A person rejects the newest accepted result. The one before counts again, unless
	 * the person has the result withdrawn; where there is none before and a call may have
	 * been made, it is withdrawn anyway.
	 */
	void isRejectedAfterAll(int at, long runner, boolean withdraws) {
		words(runner).newest().filter((word) -> word.value() != null).ifPresent((word) -> {
			boolean takenBack = withdraws || (words(runner).before(word).isEmpty() && attempts(runner) > 0);
			Optional<UserResult.Time> then = takenBack ? Optional.of(UserResult.Time.Code.DNS)
					: words(runner).before(word).map(Word::wire);
			if (rules(at, runner, word, new Ruling.Reject("Not this race.", withdraws))) {
				same(words(runner).value(), then, "what is wanted of runner " + runner + " after a rejection");
			}
		});
	}

	/** A person accepts the newest rejected result after all. */
	void isAcceptedAfterAll(int at, long runner) {
		words(runner).newest(Review.REJECTED).ifPresent((word) -> rules(at, runner, word, new Ruling.Accept()));
	}

	/** A person undoes the newest decision; what a call carried stays accepted. */
	void isUndone(int at, long runner) {
		words(runner).newest()
			.or(() -> words(runner).newest(Review.REJECTED))
			.filter((word) -> word.value() != null)
			.ifPresent((word) -> {
				boolean carried = word.review() == Review.ACCEPTED && wasCarried(runner, word);
				rules(at, runner, word, new Ruling.Undo());
				same(carried && words(runner).of(word.number()).review() != Review.ACCEPTED, false,
						"whether what was sent is undone");
			});
	}

	/** A person enters a result for a runner. Every one is a second slower. */
	void isEntered(int at, long runner) {
		this.submissions++;
		long milliseconds = 1_200_000 + this.submissions * 1000L;
		boolean acknowledged = lives(at,
				(replica) -> replica.enters(event(runner), this.bibs.get(runner), milliseconds));
		learns(runner);
		if (acknowledged) {
			same(words(runner).value(), Optional.of(new UserResult.Time.Clock(milliseconds)),
					"what is wanted of runner " + runner + " after somebody entered it");
		}
	}

	/**
	 * A person decides about a word as it is.
	 * @return whether it is decided
	 */
	private boolean rules(int at, long runner, Word word, Ruling ruling) {
		long id = column("id", runner, word);
		int version = Math.toIntExact(column("review_version", runner, word));
		lives(at, (replica) -> replica.rules(event(runner), id, version, ruling));
		learns(runner);
		return words(runner).of(word.number()).review() != word.review();
	}

	private long column(String name, long runner, Word word) {
		return this.jdbc.sql("select " + name + " from submission where participant_id = :runner and number = :number")
			.param("runner", runner)
			.param("number", word.number())
			.query(Long.class)
			.single();
	}

	private boolean wasCarried(long runner, Word word) {
		return this.jdbc.sql("select count(*) from delivery_attempt where submission_id = :id")
			.param("id", column("id", runner, word))
			.query(Integer.class)
			.single() > 0;
	}

	private int attempts(long runner) {
		return this.jdbc.sql("select count(*) from delivery_attempt where participant_id = :runner")
			.param("runner", runner)
			.query(Integer.class)
			.single();
	}

	/** What the database kept of a decision, which may be nothing. */
	private void learns(long runner) {
		this.jdbc.sql("""
				select number, clock_time_ms, review from submission where participant_id = :runner order by number
				""").param("runner", runner).query((row) -> {
			Review review = Review.valueOf(row.getString("review").toUpperCase(Locale.ROOT));
			int number = row.getInt("number");
			Long time = row.getObject("clock_time_ms", Long.class);
			if (number == words(runner).nextNumber()) {
				words(runner).says((time != null) ? new UserResult.Time.Clock(time) : null, false, review);
			}
			else {
				words(runner).isDecided(words(runner).of(number), review);
			}
		});
	}

	/** Whether the database kept something, as who lost the connection asks. */
	private @Nullable Long number(long runner, String condition) {
		return this.jdbc.sql("select number from submission where participant_id = :runner and " + condition)
			.param("runner", runner)
			.query((row, number) -> row.getLong(1))
			.optional()
			.orElse(null);
	}

	/** The roster learns the registration of a runner who was known by the bib only. */
	void rosterFillsIn(long runner) {
		this.jdbc.sql("update participant set registration_id = :registration where id = :id")
			.param("registration", registration(runner))
			.param("id", runner)
			.update();
	}

	/** The first two runners swap their bibs, at RunSignup and then on the roster. */
	void bibsAreSwapped() {
		long first = this.bibs.put(1L, this.bibs.get(2L));
		this.bibs.put(2L, first);
		for (long runner = 1; runner <= 2; runner++) {
			this.runSignup.knows(this.bibs.get(runner), registration(runner));
			this.jdbc.sql("update participant set bib = :bib where id = :id")
				.param("bib", this.bibs.get(runner))
				.param("id", runner)
				.update();
		}
	}

	/** A worker goes one step on: claim, departure, answer, outcome. */
	void goesOn(int at, int hand, CallEnd end) {
		Replica replica = replica(at);
		Hand worker = replica.hands().get(hand);
		switch (worker.stage()) {
			case IDLE -> replica.begins(worker);
			case CLAIMED -> worker.leaves();
			case GONE -> ends(worker, end);
			case ANSWERED -> writesDown(worker);
		}
		buriesTheDead();
	}

	/** A worker ends the turn that it is in, or makes a whole one. */
	boolean delivers(int at, int hand, CallEnd end) {
		Hand worker = replica(at).hands().get(hand);
		goesOn(at, hand, end);
		boolean did = worker.stage() != Hand.Stage.IDLE;
		while (worker.stage() != Hand.Stage.IDLE) {
			goesOn(at, hand, end);
		}
		return did;
	}

	private void ends(Hand worker, CallEnd wish) {
		ModelRunSignup.Visit visit = worker.visit();
		CallEnd end = (wish.isGood() && carriesTheImpossible(visit)) ? CallEnd.IMPOSSIBLE : wish;
		if (!(end.isCut() && carriesTheImpossible(visit))) {
			end.fate().reaches(this.runSignup, visit);
		}
		if (end.isCut()) {
			visit.isCut(this.now);
		}
		else {
			visit.isAnswered(this.now);
		}
		this.ends.put(worker, end);
		worker.isAnswered(told(visit, end.answer(worker.results())));
	}

	/** Notes what was refused for itself, which alone may end a delivery. */
	private UserResultsAnswer told(ModelRunSignup.Visit visit, UserResultsAnswer answer) {
		boolean silent = answer instanceof UserResultsAnswer.Received(var items) && items.getFirst().isEmpty();
		if (visit.sent().size() == 1 && (silent || answer instanceof UserResultsAnswer.Refused)) {
			ModelRunSignup.Sent sent = visit.sent().getFirst();
			this.refusals.add(new Refusal(runner(sent.registration()), sent.value()));
		}
		return answer;
	}

	private boolean carriesTheImpossible(ModelRunSignup.Visit visit) {
		return visit.sent()
			.stream()
			.anyMatch((sent) -> words(runner(sent.registration())).all()
				.stream()
				.anyMatch((word) -> word.impossible() && word.wire().equals(sent.value())));
	}

	private void writesDown(Hand worker) {
		CallEnd end = this.ends.remove(worker);
		if (!worker.writesDown()) {
			this.gates.mayBeOpen();
		}
		else if (end != null) {
			long first = worker.visit().sent().getFirst().registration();
			this.gates.answered(end, event(runner(first)), this.now);
		}
	}

	/**
	 * The oracle's look at what is about to be sent: the newest accepted word, or not.
	 */
	private void isClaimed(UserResults results) {
		this.gates.arePassed(results.eventId(), results.results().size(), this.now);
		Map<Long, Integer> versions = new HashMap<>();
		for (UserResult result : results.results()) {
			long runner = runner(this.runSignup.registration(result));
			same(Optional.of(result.time()), words(runner).value(), "what is claimed for runner " + runner);
			versions.put(runner, words(runner).changes());
		}
		same(results.results().size(), versions.size(), "the runners of a call");
		this.claimed.put(results, versions);
	}

	private void leaves(UserResults results) {
		this.claimed.get(results).forEach((runner, changes) -> {
			words(runner).isCalled(changes);
			int written = this.jdbc
				.sql("select count(*) from delivery_attempt where participant_id = :runner and ended_at is null")
				.param("runner", runner)
				.query(Integer.class)
				.single();
			same(written, 1, "the attempts of runner " + runner + " that are written down and open");
		});
	}

	void reads(int at) {
		lives(at, (replica) -> replica.reads(this.runSignup, ModelRunSignup.GRACE));
	}

	void endsARead(int at, boolean answered) {
		lives(at, (replica) -> replica.endsARead(this.now, answered));
	}

	/** An organizer edits what a gate is closed for. */
	void isEdited(int at) {
		lives(at, (replica) -> {
			replica.isEdited(RACE, 41001);
			replica.isEdited(RACE, 41003);
			replica.credentialIsEdited();
		});
		this.gates.mayBeOpen();
	}

	/** A process loses the database after some more statements, once or for good. */
	void breaks(int at, int steps, boolean forGood) {
		replica(at).database().breaksAfter(steps, forGood);
	}

	/** A process is killed; another one is started in its place. */
	void dies(int at, CallEnd.Fate fate) {
		Replica dead = replica(at);
		dead.hands()
			.stream()
			.filter((hand) -> hand.stage() == Hand.Stage.GONE)
			.filter((hand) -> !carriesTheImpossible(hand.visit()))
			.forEach((hand) -> fate.reaches(this.runSignup, hand.visit()));
		dead.dies();
		this.replicas.set(this.replicas.indexOf(dead), newReplica());
	}

	private void buriesTheDead() {
		for (int replica = 0; replica < this.replicas.size(); replica++) {
			if (replica(replica).database().isGone()) {
				dies(replica, CallEnd.Fate.APPLIED_LAST);
			}
		}
	}

	/** Whether a process got through what it was told to do. */
	private boolean lives(int at, Consumer<Replica> deed) {
		try {
			deed.accept(replica(at));
			return true;
		}
		catch (DataAccessException | TransactionException ex) {
			return false;
		}
		finally {
			buriesTheDead();
		}
	}

	/** Time passes: calls run into their deadline, late words reach RunSignup. */
	void passes(Duration time) {
		Instant until = this.now.plus(time);
		Optional<Deadline> next = nextDeadline(until);
		while (next.isPresent()) {
			isNow(next.get().at());
			next.get().meets().run();
			next = nextDeadline(until);
		}
		isNow(until);
	}

	private void isNow(Instant moment) {
		this.now = moment;
		this.runSignup.timePassed();
	}

	private Optional<Deadline> nextDeadline(Instant until) {
		List<Deadline> deadlines = new ArrayList<>();
		for (int at = 0; at < this.replicas.size(); at++) {
			int process = at;
			replica(at).deadlinesOfReads()
				.forEach((read) -> deadlines.add(new Deadline(read, () -> endsARead(process, false))));
			for (int worker = 0; worker < 2; worker++) {
				int number = worker;
				Hand hand = replica(at).hands().get(worker);
				if (hand.stage() == Hand.Stage.GONE) {
					deadlines.add(new Deadline(hand.visit().deadline(),
							() -> delivers(process, number, CallEnd.CUT_AND_APPLIED_AT_THE_VERY_LAST)));
				}
			}
		}
		return deadlines.stream()
			.filter((deadline) -> !deadline.at().isAfter(until))
			.min(Comparator.comparing(Deadline::at));
	}

	/** All trouble ends, and time passes until nothing is left to do. */
	void comesToRest() {
		this.replicas.forEach((replica) -> replica.database().mends());
		for (int round = 0; !rests(); round++) {
			if (round == ROUNDS_TO_REST) {
				throw new AssertionError(
						"it never comes to rest: " + this.jdbc.sql("select * from delivery").query().listOfRows()
								+ this.jdbc.sql("select * from call_gate").query().listOfRows());
			}
			workers();
			passes(Duration.ofMinutes(2));
		}
		passes(Duration.ofDays(1));
		same(workers(), 0, "the calls that are made when all is done");
	}

	private int workers() {
		int calls = 0;
		for (int at = 0; at < this.replicas.size(); at++) {
			while (!replica(at).deadlinesOfReads().isEmpty()) {
				endsARead(at, true);
			}
			for (int hand = 0; hand < 2; hand++) {
				while (delivers(at, hand, CallEnd.RECEIVED)) {
					calls++;
					same(calls > CALLS_TO_REST, false, "whether one call follows the other for ever");
				}
			}
		}
		return calls;
	}

	private boolean rests() {
		boolean idle = this.replicas.stream()
			.flatMap((replica) -> replica.hands().stream())
			.allMatch((hand) -> hand.stage() == Hand.Stage.IDLE);
		return idle && !this.runSignup.hasLateWords()
				&& this.jdbc.sql("select count(*) from delivery where due_at is not null or claim_token is not null")
					.query(Integer.class)
					.single() == 0;
	}

	/** What must stand at RunSignup: the newest accepted word, whatever happened. */
	void holdsItsPromises() {
		this.runners.forEach((runner, words) -> holdsItsPromises(runner, words, state(runner)));
		same(this.jdbc.sql("select count(*) from delivery_attempt where ended_at is null")
			.query(Integer.class)
			.single(), 0, "the attempts that never ended");
		same(this.jdbc.sql("""
				select count(*) from (select c.what from (select what, delta from event_count_delta
						union all select state, -1 from delivery) c
					where c.what in ('waiting', 'received', 'refused', 'withdrawn', 'too-late')
					group by c.what having sum(c.delta) <> 0) wrong
				""").query(Integer.class).single(), 0, "the counts that are wrong");
		same(this.jdbc.sql("""
				select coalesce(sum(c.delta), 0) from (select delta from event_count_delta where what = 'held'
						union all select -1 from submission where review = 'held') c
				""").query(Integer.class).single(), 0, "the count of what is held");
		same(this.jdbc.sql("""
				select count(*) from (select c.bucket from (select bucket, delta from event_histogram_delta
							where what = 'time'
						union all select s.clock_time_ms / 15000, -1 from delivery d
							join submission s on s.id = d.wanted_submission_id where s.clock_time_ms is not null) c
					group by c.bucket having sum(c.delta) <> 0) wrong
				""").query(Integer.class).single(), 0, "the bars of times that are wrong");
		same(this.jdbc.sql("""
				select count(*) from submission s join delivery d on d.participant_id = s.participant_id
					left join superseded_submission o on o.submission_id = s.id
				where (o.submission_id is not null) <> (s.review = 'accepted'
					and (d.wanted_submission_id is null or d.wanted_submission_id <> s.id))
				""").query(Integer.class).single(), 0, "the superseded that are not marked so, or others that are");
	}

	private void holdsItsPromises(long runner, RunnersWords words, String state) {
		UserResult.Time stands = this.runSignup.standsFor(registration(runner));
		Word newest = words.newest().orElse(null);
		if (newest == null) {
			same(stands, null, "what nobody wants of runner " + runner);
		}
		else if (state.equals("refused")) {
			same(this.refusals.contains(new Refusal(runner, newest.wire())), true, "the refusal of runner " + runner);
		}
		else if (newest.impossible()) {
			throw new AssertionError("what RunSignup never takes is " + state);
		}
		else if (newest.value() != null || this.runSignup.wasEverCalledFor(registration(runner))) {
			same(stands, newest.wire(), "what stands for runner " + runner + ", who is " + state);
		}
		same(words.all().size(),
				this.jdbc.sql("select count(*) from submission where participant_id = :runner")
					.param("runner", runner)
					.query(Integer.class)
					.single(),
				"the submissions of runner " + runner);
	}

	private String state(long runner) {
		return this.jdbc.sql("select state from delivery where participant_id = :runner")
			.param("runner", runner)
			.query((row, number) -> row.getString(1))
			.optional()
			.orElse("nowhere");
	}

	private static void same(@Nullable Object is, @Nullable Object shouldBe, String what) {
		if (!Objects.equals(is, shouldBe)) {
			throw new AssertionError(what + ": " + is + " instead of " + shouldBe);
		}
	}

	/**
	 * When a call ends at the latest, and what happens then.
	 */
	private record Deadline(Instant at, Runnable meets) {
	}

	/**
	 * RunSignup refused one word of a runner that travelled alone.
	 */
	private record Refusal(long runner, UserResult.Time value) {
	}

}
