package io.selftimed.submission;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

import io.selftimed.race.ClockTime;
import io.selftimed.race.Event;
import io.selftimed.race.Outcome;
import io.selftimed.race.RaceTables;
import io.selftimed.security.TestKeys;
import io.selftimed.web.Words;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How results come in, for the tests of modules that build on it.
 */
public final class SubmissionIntake {

	private static final int AS_MANY_AS_ONE_LIKES = 10_000;

	private SubmissionIntake() {
	}

	/** How results are accepted, as one process does it. */
	public static Intake intake(JdbcClient jdbc, TransactionOperations transactions, RaceTables races,
			InstantSource time, ApplicationEventPublisher publisher) {
		Submissions submissions = new Submissions(jdbc);
		LockedAcceptance acceptance = new LockedAcceptance(transactions, races.roster(), submissions, tokens(),
				ledger(jdbc, races, publisher), time,
				new SubmissionSettings(AS_MANY_AS_ONE_LIKES, Duration.ofDays(90)));
		return (sender, milliseconds, key) -> acceptance.accept(sender.event(races), finished(sender, milliseconds),
				key);
	}

	/** How people decide and enter results, as one process does it. */
	public static People people(JdbcClient jdbc, TransactionOperations transactions, RaceTables races,
			InstantSource time, ApplicationEventPublisher publisher, SentBefore sent) {
		Ledger ledger = ledger(jdbc, races, publisher);
		return new People(
				new LockedDecisions(transactions, races.roster(), new Reviews(jdbc), new Submissions(jdbc), ledger,
						new SubmissionKeys(), sent, races.events(), races.counts(), publisher, time),
				new LockedOnBehalf(races.events(), races.roster(), transactions, ledger, new SubmissionKeys(),
						Words.all(), time));
	}

	private static Ledger ledger(JdbcClient jdbc, RaceTables races, ApplicationEventPublisher publisher) {
		return new Ledger(new Submissions(jdbc), tokens(), new SealedReceipts(new TestKeys(1).box()), races.counts(),
				publisher);
	}

	private static ReceiptTokens tokens() {
		return new ReceiptTokens(new TestKeys(1).hash());
	}

	private static Statement finished(Sender sender, long milliseconds) {
		Set<HoldReason> holds = sender.held() ? Set.of(HoldReason.AMBIGUOUS) : Set.of();
		return new Statement(new Identified(sender.participantId(), sender.bib(), IdentityShown.LAST_NAME, holds),
				new Result(Outcome.FINISHED, new ClockTime(milliseconds), null, null), null, null);
	}

	/** Takes what runners send. */
	public interface Intake {

		/**
		 * Accepts a result, or finds the one that was sent with the same key before.
		 * @return the token of the receipt: what is acknowledged is committed
		 */
		String accept(Sender sender, long milliseconds, String key);

	}

	/**
	 * The organizers' side.
	 *
	 * @param decisions where they decide
	 * @param onBehalf where they enter results for runners
	 */
	public record People(Decisions decisions, OnBehalf onBehalf) {
	}

	/**
	 * Who sends.
	 *
	 * @param participantId our id of the participant
	 * @param eventId RunSignup's id of the event
	 * @param bib the bib as typed
	 * @param held whether a person has to look first
	 */
	public record Sender(long participantId, long eventId, long bib, boolean held) {

		Event event(RaceTables races) {
			return races.events().byId(this.eventId).orElseThrow();
		}

	}

}
