package io.selftimed.submission;

import java.time.InstantSource;

import io.selftimed.race.Roster;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes down what runners answer, under the participant's lock, so that no decision is
 * made over an answer that nobody has read.
 */
@Service
class ReceiptAnswers {

	private final TransactionOperations transactions;

	private final Roster roster;

	private final Reviews reviews;

	private final Submissions submissions;

	private final ReceiptTokens tokens;

	private final InstantSource time;

	ReceiptAnswers(TransactionOperations transactions, Roster roster, Reviews reviews, Submissions submissions,
			ReceiptTokens tokens, InstantSource time) {
		this.transactions = transactions;
		this.roster = roster;
		this.reviews = reviews;
		this.submissions = submissions;
		this.tokens = tokens;
		this.time = time;
	}

	/**
	 * Takes an answer down. A question that was decided about meanwhile needs none any
	 * more.
	 * @param token the token of the receipt
	 * @param answer what the runner answers, up to 500 characters
	 */
	void answer(String token, String answer) {
		this.transactions.executeWithoutResult(
				(status) -> this.reviews.asked(this.tokens.storedCandidates(token)).ifPresent((found) -> {
					this.roster.lock(found.participantId());
					this.reviews.asked(this.tokens.storedCandidates(token)).ifPresent((row) -> write(row, answer));
				}));
	}

	private void write(Reviews.Row row, String answer) {
		this.reviews.answer(row.id(), answer, this.time.instant());
		this.submissions.log(row.id(), this.time.instant(), "runner", "answered", "", answer);
	}

}
