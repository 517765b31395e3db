package io.selftimed.runsignup;

import org.jspecify.annotations.Nullable;

/**
 * What a caller gets who asks for the passport of a race.
 */
sealed interface Issued {

	/**
	 * A passport.
	 *
	 * @param kind the kind of its credential
	 * @param passport what the call shows
	 * @param row where its credential is kept, null if it is not
	 */
	record Ready(CredentialKind kind, Passport passport, @Nullable CredentialRow row) implements Issued {
	}

	/** There is no credential, or none that can be used until somebody enters one. */
	record Missing(String why) implements Issued {
	}

	/** New tokens are on their way: ask again later. */
	record Later(String why) implements Issued {
	}

}
