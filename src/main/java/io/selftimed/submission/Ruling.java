package io.selftimed.submission;

/**
 * What somebody from the race makes of a submission.
 */
public sealed interface Ruling {

	/** It counts. */
	record Accept() implements Ruling {
	}

	/**
	 * It does not count.
	 *
	 * @param reason what the runner reads, up to 500 characters
	 * @param withdraws whether RunSignup is told that there is no result, although an
	 * earlier one was accepted; where none was, it is told anyway
	 */
	record Reject(String reason, boolean withdraws) implements Ruling {
	}

	/**
	 * The runner is asked something first.
	 *
	 * @param question what the runner reads, up to 500 characters
	 */
	record Ask(String question) implements Ruling {
	}

	/** It waits for a person again, as long as nothing of it was sent. */
	record Undo() implements Ruling {
	}

}
