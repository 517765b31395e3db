package io.selftimed.submission;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

import io.selftimed.race.ClockTime;
import io.selftimed.race.Event;
import io.selftimed.race.Outcome;
import io.selftimed.race.RaceTables;
import io.selftimed.security.TestKeys;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.unit.DataSize;

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
		TestKeys keys = new TestKeys(1);
		Submissions submissions = new Submissions(jdbc);
		ReceiptTokens tokens = new ReceiptTokens(keys.hash());
		Ledger ledger = new Ledger(submissions, tokens, new SealedReceipts(keys.box()), races.counts(), publisher);
		LockedAcceptance acceptance = new LockedAcceptance(transactions, races.roster(), submissions, tokens, ledger,
				time, new SubmissionSettings(AS_MANY_AS_ONE_LIKES, Duration.ofDays(90), DataSize.ofMegabytes(200)));
		return (sender, milliseconds, key) -> acceptance.accept(sender.event(races), finished(sender, milliseconds),
				key);
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
