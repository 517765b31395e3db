package io.selftimed.submission;

/**
 * Tells what may stand at RunSignup. Implemented where deliveries are known, so that this
 * module needs not know them.
 */
public interface SentBefore {

	/**
	 * What was ever on its way for a runner. Nothing begins to be sent for the runner
	 * until the transaction ends, which has to hold the participant's lock already.
	 * @param participantId our id of the participant
	 * @param submissionId our id of one of the participant's submissions
	 */
	Sent look(long participantId, long submissionId);

	/**
	 * What was ever on its way.
	 */
	enum Sent {

		/** Nothing of this runner. */
		NOTHING,
		/** Something of this runner, and not this submission. */
		OTHERS,
		/** This submission. */
		THIS

	}

}
