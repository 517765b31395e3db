package io.selftimed.runsignup;

import org.jspecify.annotations.Nullable;

/**
 * What came of an exchange, before anybody reads it.
 */
sealed interface Reply {

	/**
	 * A whole answer.
	 *
	 * @param status the HTTP status
	 * @param retryAfter the header {@code Retry-After}, null if there is none
	 * @param document the body, without our own secrets
	 */
	record Whole(int status, @Nullable String retryAfter, AnswerDocument document) implements Reply {

		/**
		 * Whether a gateway gave up waiting: what it stands before may have done the
		 * work, or may do it yet.
		 */
		boolean leavesOpen() {
			return this.status == 502 || this.status == 504 || this.status == 524;
		}

	}

	/** A whole answer that is too large to be read. */
	record TooLarge(String why) implements Reply {
	}

	/** The request did not go out. */
	record NotMade(String why) implements Reply {
	}

	/** Nobody knows whether the request arrived; the lane stays shut. */
	record Lost(String why) implements Reply {
	}

}
