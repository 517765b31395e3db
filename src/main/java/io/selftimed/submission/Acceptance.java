package io.selftimed.submission;

import java.util.Optional;

import io.selftimed.race.Event;

/**
 * Accepts submissions: one row, one transaction, then the receipt.
 */
interface Acceptance {

	/**
	 * Accepts a statement, or finds the one accepted before with the same key and values.
	 * When it returns, the submission is committed.
	 * @param event the event
	 * @param statement what the runner states
	 * @param submissionKey the key made with the check page
	 * @return the token of the receipt, for its address
	 * @throws TooManyToday if this runner has sent as many as one may in a day
	 * @throws CorrectionsOver if it corrects what the event lets nobody correct any more
	 */
	String accept(Event event, Statement statement, String submissionKey);

	/**
	 * Finds what was accepted before with the same key and values.
	 * @param event the event
	 * @param statement what the runner states
	 * @param submissionKey the key made with the check page
	 * @return the token of the receipt, empty if nothing was
	 */
	Optional<String> find(Event event, Statement statement, String submissionKey);

}
