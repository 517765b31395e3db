package io.selftimed.runsignup;

import java.time.Duration;

import io.selftimed.runsignup.CallerCredential.RefreshGrant;
import org.jspecify.annotations.Nullable;

/**
 * What RunSignup answers to the wish for a new access token.
 */
sealed interface RefreshAnswer {

	/**
	 * New tokens. The text never shows them.
	 *
	 * @param accessToken the token that calls carry from now on
	 * @param life how long it lives
	 * @param grant by what the next one is fetched, null for never
	 */
	record Renewed(String accessToken, Duration life, @Nullable RefreshGrant grant) implements RefreshAnswer {

		@Override
		public String toString() {
			return "Renewed[accessToken=****, life=" + this.life + "]";
		}

	}

	/** The refresh token or the client is not accepted. */
	record Refused() implements RefreshAnswer {
	}

	/** Nothing is known against the tokens: try again later. */
	record Later(String why) implements RefreshAnswer {
	}

}
