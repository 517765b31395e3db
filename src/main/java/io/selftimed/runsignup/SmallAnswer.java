package io.selftimed.runsignup;

/**
 * What came of a small exchange.
 */
sealed interface SmallAnswer {

	/**
	 * A whole answer, without our own secrets.
	 *
	 * @param status the HTTP status
	 * @param body the body, empty if it was too large
	 */
	record Complete(int status, byte[] body) implements SmallAnswer {
	}

	/** The request did not go out. */
	record NotMade(String why) implements SmallAnswer {
	}

	/** Nobody knows whether the request arrived. */
	record Lost(String why) implements SmallAnswer {
	}

}
