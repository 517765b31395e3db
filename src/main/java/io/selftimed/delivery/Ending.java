package io.selftimed.delivery;

import io.selftimed.runsignup.UserResultsAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What an answer means for one result of a call.
 */
sealed interface Ending {

	/** The word in {@code delivery_attempt.outcome}. */
	String outcome();

	/** RunSignup has it. */
	record Received(UserResultsAnswer.ReceivedResult result) implements Ending {

		@Override
		public String outcome() {
			return "received";
		}

	}

	/**
	 * RunSignup refuses it, alone or together with others.
	 *
	 * @param together how many were refused together
	 */
	record Refused(@Nullable Integer code, String message, int together, String outcome) implements Ending {
	}

	/** It is tried again after a back-off. */
	record TriedAgain(String outcome, @Nullable Integer code, String message) implements Ending {
	}

	/** It stays due as it was: a gate has closed, and does the waiting. */
	record Returned(String outcome, @Nullable Integer code, String message) implements Ending {
	}

	/** It may have arrived, or may arrive yet. */
	record Unknown(String message) implements Ending {

		@Override
		public String outcome() {
			return "unknown";
		}

	}

}
