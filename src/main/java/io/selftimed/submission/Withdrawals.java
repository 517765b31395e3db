package io.selftimed.submission;

/**
 * Takes submissions back.
 */
interface Withdrawals {

	/**
	 * Takes back what was sent: afterwards nothing older counts. Done twice, it is done
	 * once; it is possible however many submissions were sent that day. When it returns,
	 * it is committed.
	 * @param earlier the submission through whose receipt the runner came
	 * @throws CorrectionsOver if the event takes no more corrections
	 */
	void withdraw(Earlier earlier);

}
