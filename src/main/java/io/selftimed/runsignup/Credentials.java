package io.selftimed.runsignup;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The credentials that are kept here, one for a race and one by default. For a race its
 * own counts, else the default, else the one in the settings. Secrets go in and never
 * come out.
 * <p>
 * A race is named by RunSignup's id; null names the default.
 */
public interface Credentials {

	/**
	 * What is kept, without any secret; empty if nothing is.
	 */
	Optional<Description> describe(@Nullable Long raceId);

	/** Whether the settings have one, for where none is kept. */
	boolean isInSettings();

	/**
	 * Keeps a credential where none is kept. What stopped calls for want of it is tried
	 * again at once.
	 * @param raceId a race that is known here
	 */
	Change enter(@Nullable Long raceId, CallerCredential credential);

	/**
	 * Keeps another credential in place of one.
	 * @param version the version that was described
	 */
	Change replace(@Nullable Long raceId, int version, CallerCredential credential);

	/**
	 * Forgets a credential.
	 * @param version the version that was described
	 */
	Change remove(@Nullable Long raceId, int version);

	/** What came of a change. */
	enum Change {

		/** It is done. */
		DONE,
		/** Nothing was done, as somebody changed it meanwhile: describe it again. */
		CHANGED_MEANWHILE

	}

	/**
	 * Whether a credential that is kept can be used, as far as we know.
	 */
	enum State {

		/** Nothing is known against it. */
		OK,
		/** It cannot be read or refreshed any more. */
		ENTER_AGAIN

	}

	/**
	 * A credential without its secrets.
	 *
	 * @param kind what it is
	 * @param state whether it can be used
	 * @param version counts changes; show it again to change what was described
	 * @param enteredAt when somebody entered it
	 * @param tokensChangedAt when its tokens were refreshed last, null for never
	 * @param expiresAt when its access token ends, null if unknown or never
	 */
	record Description(CredentialKind kind, State state, int version, Instant enteredAt,
			@Nullable Instant tokensChangedAt, @Nullable Instant expiresAt) {
	}

}
