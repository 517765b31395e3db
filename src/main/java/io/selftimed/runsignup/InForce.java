package io.selftimed.runsignup;

/**
 * The credential that counts for a race.
 */
sealed interface InForce {

	/** There is none, neither kept nor in the settings. */
	record None() implements InForce {
	}

	/** One is kept, and no key opens it any more. */
	record Unreadable() implements InForce {
	}

	/**
	 * The one in the settings, as it stands there.
	 */
	record FromSettings(CallerCredential credential) implements InForce {
	}

	/**
	 * One that is kept.
	 *
	 * @param row as it was read
	 * @param credential what the row holds
	 */
	record Kept(CredentialRow row, CallerCredential credential) implements InForce {
	}

}
