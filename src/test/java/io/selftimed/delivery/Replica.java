package io.selftimed.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.selftimed.TestDatabase;
import io.selftimed.race.RaceTables;
import io.selftimed.runsignup.NoReads;
import io.selftimed.runsignup.Gates;
import io.selftimed.runsignup.Lane;
import io.selftimed.runsignup.Lanes;
import io.selftimed.runsignup.RunSignupTables;
import io.selftimed.submission.OnBehalf;
import io.selftimed.submission.Ruling;
import io.selftimed.submission.SubmissionIntake;
import io.selftimed.submission.WantedChanged;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One process of several over one database: the product's own parts, with two workers
 * that are moved by hand, a clock of the test, and a way to the database that can break.
 */
final class Replica {

	private static final int WORKERS = 2;

	private final FragileDataSource database;

	private final JdbcClient jdbc;

	private final TransactionTemplate transactions;

	private final RaceTables races;

	private final Gates gates;

	private final Lanes lanes;

	private final Wanted wanted;

	private final SubmissionIntake.Intake intake;

	private final SubmissionIntake.People people;

	private final List<Hand> hands = new ArrayList<>();

	private final List<Courier> couriers = new ArrayList<>();

	private final List<ReadUnderWay> reads = new ArrayList<>();

	Replica(TestDatabase database, DeliverySettings settings, InstantSource time, ModelRunSignup runSignup) {
		this.database = new FragileDataSource(database.dataSource());
		this.jdbc = JdbcClient.create(this.database);
		this.transactions = new TransactionTemplate(new JdbcTransactionManager(this.database));
		this.races = RaceTables.over(this.jdbc, this.transactions);
		this.gates = RunSignupTables.gates(this.jdbc, time);
		this.lanes = RunSignupTables.lanes(this.jdbc, this.transactions, time, nanosOf(time), ModelRunSignup.DEADLINE);
		Attempts attempts = new Attempts(this.jdbc);
		RemoteClosing closing = new RemoteClosing(this.jdbc, new NoReads(),
				new Chores(this.jdbc, this.transactions, time), time);
		this.wanted = new Wanted(this.jdbc, this.races.events(), this.races.counts(), attempts, closing, settings, time,
				new Bell());
		ApplicationEventPublisher publisher = (event) -> {
			if (event instanceof WantedChanged changed) {
				this.wanted.raise(changed);
			}
		};
		this.intake = SubmissionIntake.intake(this.jdbc, this.transactions, this.races, time, publisher);
		this.people = SubmissionIntake.people(this.jdbc, this.transactions, this.races, time, publisher,
				new JdbcSentBefore(this.jdbc));
		Claims claims = new Claims(this.jdbc, this.transactions,
				new DueEvents(this.jdbc, this.races.events(), this.gates),
				new LostClaims(this.jdbc, this.transactions, time), new ClaimedItems(this.jdbc), this.gates, time,
				settings);
		Deliveries deliveries = new Deliveries(this.jdbc, settings);
		Outcomes outcomes = new Outcomes(this.transactions, deliveries, attempts,
				new EventRefusals(this.gates, attempts, deliveries, this.races.counts()), this.gates, closing,
				this.races.counts(), settings,
				new BackOff(settings.retryFirst(), settings.retryLongest(), (bound) -> bound / 2), time, (event) -> {
				});
		CallWatch watch = new CallWatch(new SimpleMeterRegistry());
		for (int number = 0; number < WORKERS; number++) {
			Hand hand = new Hand(runSignup);
			this.hands.add(hand);
			this.couriers.add(new Courier(this.lanes, claims, hand, outcomes, watch, settings));
		}
	}

	private static LongSupplier nanosOf(InstantSource time) {
		Instant start = time.instant();
		return () -> Duration.between(start, time.instant()).toNanos();
	}

	FragileDataSource database() {
		return this.database;
	}

	Gates gates() {
		return this.gates;
	}

	List<Hand> hands() {
		return this.hands;
	}

	/** A worker begins a turn. */
	boolean begins(Hand hand) {
		return hand.begins(this.couriers.get(this.hands.indexOf(hand)));
	}

	/** A runner sends a result. Returns when it is acknowledged. */
	void accepts(SubmissionIntake.Sender sender, long milliseconds) {
		this.intake.accept(sender, milliseconds, "key-" + milliseconds);
	}

	/** A person decides about a submission, as it is now. */
	void rules(long event, long submission, int version, Ruling ruling) {
		this.people.decisions().decide(event, submission, version, 7, ruling);
	}

	/** A person enters a result for the runner of a bib. */
	void enters(long event, long bib, long milliseconds) {
		long seconds = milliseconds / 1000;
		String time = "%d:%02d".formatted(seconds / 60, seconds % 60);
		if (enters(event, bib, time, null) instanceof OnBehalf.Entry.Doubted doubted) {
			enters(event, bib, time, doubted.sure());
		}
	}

	private OnBehalf.Entry enters(long event, long bib, String time, @Nullable String sure) {
		return this.people.onBehalf()
			.enter(event, new OnBehalf.Typed("" + bib, "FINISHED", time, null, null, "10", "m", "1", null, "true", null,
					sure), 7);
	}

	/**
	 * A runner changes what is wanted, as every such change is made: under the
	 * participant's lock, in one transaction.
	 */
	void decides(long participant, long event, String sql, int number) {
		this.transactions.executeWithoutResult((status) -> {
			this.races.roster().lock(participant);
			this.jdbc.sql(sql)
				.param("participant", participant)
				.param("event", event)
				.param("number", number)
				.param("receipt", participant + "-" + number)
				.update();
			this.wanted.raise(new WantedChanged(participant, event));
		});
	}

	/** Somebody edits an event. */
	void isEdited(long race, long event) {
		this.transactions.executeWithoutResult((status) -> this.gates.open(race, event));
	}

	/** Somebody enters another credential. */
	void credentialIsEdited() {
		this.transactions.executeWithoutResult((status) -> this.gates.credentialChanged(null));
	}

	/**
	 * A read begins, if a lane is free, and says that it waits if none is.
	 */
	void reads(ModelRunSignup runSignup, Duration grace) {
		RunSignupTables.takeForRead(this.lanes, grace)
			.ifPresentOrElse((lane) -> this.reads.add(new ReadUnderWay(lane, runSignup.isRead())),
					() -> RunSignupTables.announceRead(this.lanes));
	}

	/** The oldest read ends, or is given up. */
	void endsARead(Instant now, boolean answered) {
		if (this.reads.isEmpty()) {
			return;
		}
		ReadUnderWay read = this.reads.removeFirst();
		if (answered) {
			read.visit().isAnswered(now);
		}
		else {
			read.visit().isCut(now);
			RunSignupTables.stayShut(read.lane());
		}
		read.lane().close();
	}

	/** Until when the oldest read lasts at most, if there is one. */
	List<Instant> deadlinesOfReads() {
		return this.reads.stream().map((read) -> read.visit().deadline()).toList();
	}

	/** {@code kill -9}: nothing of it is left but what is committed. */
	void dies() {
		this.database.ends();
		this.hands.forEach(Hand::isKilled);
		this.reads.clear();
	}

	/**
	 * A read that has left.
	 */
	private record ReadUnderWay(Lane lane, ModelRunSignup.Visit visit) {
	}

}
