package io.selftimed.submission;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.selftimed.TestDatabase;
import io.selftimed.race.ClockTime;
import io.selftimed.race.Event;
import io.selftimed.race.Outcome;
import io.selftimed.race.RaceTables;
import io.selftimed.race.roster.ParticipantErased;
import io.selftimed.race.roster.ParticipantsMerged;
import io.selftimed.race.roster.ParticipantsMerging;
import io.selftimed.security.TestKeys;
import io.selftimed.web.Wording;
import io.selftimed.web.Words;

import org.springframework.context.ApplicationEventPublisher;

/**
 * This module over a test database, with its own tables and no pages; also for the tests
 * of modules that build on it.
 */
public final class SubmissionTables {

	private final RaceTables races;

	private final ReceiptTokens tokens;

	private final SealedReceipts sealed;

	private final TestDatabase database;

	private final InstantSource clock;

	private final List<Object> published = new ArrayList<>();

	private final Consumer<Object> listener;

	private final LockedAcceptance acceptance;

	private final LockedWithdrawals withdrawals;

	private final Ledger ledger;

	private int keys;

	/**
	 * The tables in a test database.
	 * @param listener hears what is published
	 * @param dailyLimit submissions of one runner in a day
	 */
	public SubmissionTables(TestDatabase database, InstantSource clock, Consumer<Object> listener, int dailyLimit) {
		this.database = database;
		this.clock = clock;
		this.listener = listener;
		this.races = RaceTables.in(database);
		this.tokens = new ReceiptTokens(new TestKeys(1).hash());
		this.sealed = new SealedReceipts(new TestKeys(1).box());
		Submissions submissions = new Submissions(database.jdbc());
		Ledger ledger = new Ledger(submissions, this.tokens, this.sealed, this.races.counts(), publisher());
		this.ledger = ledger;
		this.acceptance = new LockedAcceptance(database.transactions(), this.races.roster(), submissions, this.tokens,
				ledger, clock, new SubmissionSettings(dailyLimit, Duration.ofDays(90)));
		this.withdrawals = new LockedWithdrawals(database.transactions(), this.races.roster(), submissions, ledger,
				new SubmissionKeys(), clock);
	}

	/** The runner of a name sends a finish by the form. */
	public String finishes(long participant, long bib, int minutes) {
		return accept(new Identified(participant, bib, IdentityShown.LAST_NAME, Set.of()), minutes);
	}

	/** Whoever has a receipt takes back what was sent. */
	public void withdraws(String token) {
		this.withdrawals.withdraw(earlier(token));
	}

	/** The runner of a name sends a finish that an event has looked at. */
	public String isHeld(long participant, long bib, int minutes) {
		return accept(new Identified(participant, bib, IdentityShown.LAST_NAME, Set.of(HoldReason.EVERY)), minutes);
	}

	/** A runner answers what the race asked. */
	public void answers(String token, String answer) {
		Submissions table = new Submissions(this.database.jdbc());
		new ReceiptAnswers(this.database.transactions(), this.races.roster(), new Reviews(this.database.jdbc()), table,
				this.tokens, this.clock)
			.answer(token, answer);
	}

	/** Our id of the submission of a receipt. */
	public long idOf(String token) {
		return earlier(token).id();
	}

	/** What the state of a receipt is called. */
	public String stateOf(String token) {
		return state(token).word();
	}

	/** Where decisions about these submissions are made. */
	public Decisions decisions(SentBefore sent) {
		return new LockedDecisions(this.database.transactions(), this.races.roster(), new Reviews(this.database.jdbc()),
				new Submissions(this.database.jdbc()), this.ledger, new SubmissionKeys(), sent, this.races.events(),
				this.races.counts(), this.publisher(), this.clock);
	}

	/** Where organizers enter results for runners. */
	OnBehalf onBehalf() {
		return new LockedOnBehalf(this.races.events(), this.races.roster(), this.database.transactions(), this.ledger,
				new SubmissionKeys(), Words.all(), this.clock);
	}

	/** What submissions do when the roster changes. */
	public void follow(Object event) {
		MergedSubmissions merged = new MergedSubmissions(this.database.jdbc(), publisher());
		switch (event) {
			case ParticipantsMerging merging -> merged.move(merging);
			case ParticipantsMerged done -> merged.raise(done);
			case ParticipantErased erased -> merged.erase(erased);
			default -> {
			}
		}
	}

	private ApplicationEventPublisher publisher() {
		return (event) -> {
			this.published.add(event);
			this.listener.accept(event);
		};
	}

	/** Somebody corrects through a receipt. */
	String corrects(String token, int minutes) {
		return accept(through(harbor5k(), proof().of(earlier(token).id()), new ArrayList<>()), minutes);
	}

	String accept(@org.jspecify.annotations.Nullable Identified who, int minutes) {
		this.keys++;
		return this.acceptance.accept(harbor5k(), finish(java.util.Objects.requireNonNull(who), minutes),
				"abcdefghijklmnopqrstuv" + this.keys);
	}

	static Statement finish(Identified who, int minutes) {
		return new Statement(who, new Result(Outcome.FINISHED, ClockTime.of(0, minutes, 0), null, null), null, null);
	}

	/** Whose result a proof is good for at an event. */
	@org.jspecify.annotations.Nullable
	Identified through(Event event, String proof, List<Checked.Refusal> refusals) {
		return new ThroughReceipt(earlier(), proof()).identify(event, proof, refusals);
	}

	ReceiptProof proof() {
		return new ReceiptProof(new Vouchers(new TestKeys(1).hash(), this.clock));
	}

	Event harbor5k() {
		return this.races.events().bySlug("harbor-5k").orElseThrow();
	}

	Event event(String slug) {
		return this.races.events().bySlug(slug).orElseThrow();
	}

	EarlierSubmissions earlier() {
		return new JdbcEarlierSubmissions(this.database.jdbc(), this.races.events(), this.tokens);
	}

	Earlier earlier(String token) {
		return earlier().byToken(token).orElseThrow();
	}

	LockedAcceptance acceptance() {
		return this.acceptance;
	}

	/** The receipt of a token; all that counts is on its way. */
	Receipts.Receipt receipt(String token) {
		DeliveryProgress waiting = (submission) -> new DeliveryProgress.Progress(DeliveryProgress.Stage.WAITING, null,
				0, null);
		return new JdbcReceipts(this.database.jdbc(), this.races.events(), waiting, this.tokens,
				new Aftermaths(this.database.jdbc(), this.sealed))
			.find(token)
			.orElseThrow();
	}

	Receipts.State state(String token) {
		return receipt(token).state();
	}

	/** What was published, of one kind. */
	<T> List<T> published(Class<T> type) {
		return this.published.stream().filter(type::isInstance).map(type::cast).toList();
	}

	ReceiptTokens tokens() {
		return this.tokens;
	}

	/** The form as runners would meet it. */
	public static FormPreview preview(Wording wording) {
		return new FormPreview(wording);
	}

}
