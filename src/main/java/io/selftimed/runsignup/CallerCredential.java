package io.selftimed.runsignup;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * By what RunSignup lets a caller in, with its secrets readable: as somebody enters it,
 * and just before a call. Its text never shows them.
 */
public sealed interface CallerCredential {

	/** How many characters a key or a secret may have. */
	int LONGEST = 4000;

	/** What it is. */
	CredentialKind kind();

	/**
	 * Whether a text may be a key or a secret: 1 to 4000 printable ASCII characters,
	 * blanks around them aside.
	 */
	static boolean canTravel(String text) {
		return !text.isBlank() && text.strip().length() <= LONGEST
				&& text.strip().chars().allMatch((c) -> c >= ' ' && c <= '~');
	}

	private static String travelling(String text) {
		if (!canTravel(text)) {
			throw new IllegalArgumentException("a key or a secret that cannot travel");
		}
		return text.strip();
	}

	/**
	 * A key and its secret.
	 *
	 * @param kind any but {@link CredentialKind#OAUTH}
	 * @param key the public half
	 * @param secret the secret half
	 */
	record KeyAndSecret(CredentialKind kind, String key, String secret) implements CallerCredential {

		public KeyAndSecret {
			key = travelling(key);
			secret = travelling(secret);
			if (kind == CredentialKind.OAUTH) {
				throw new IllegalArgumentException("OAuth has tokens, not a key");
			}
		}

		@Override
		public String toString() {
			return "KeyAndSecret[kind=" + this.kind + ", key=****, secret=****]";
		}

	}

	/**
	 * The tokens of OAuth 2.0.
	 *
	 * @param accessToken the token that calls carry
	 * @param expiresAt when it ends, null if unknown
	 * @param grant by what the next one is fetched, null for never
	 */
	record Tokens(String accessToken, @Nullable Instant expiresAt,
			@Nullable RefreshGrant grant) implements CallerCredential {

		public Tokens {
			accessToken = travelling(accessToken);
		}

		@Override
		public CredentialKind kind() {
			return CredentialKind.OAUTH;
		}

		@Override
		public String toString() {
			return "Tokens[accessToken=****, expiresAt=" + this.expiresAt + ", grant=" + this.grant + "]";
		}

	}

	/**
	 * By what a new access token is fetched.
	 *
	 * @param refreshToken the refresh token
	 * @param clientId who we are to RunSignup's OAuth
	 * @param clientSecret the client's secret, as RunSignup shows it
	 */
	record RefreshGrant(String refreshToken, String clientId, String clientSecret) {

		public RefreshGrant {
			refreshToken = travelling(refreshToken);
			clientId = travelling(clientId);
			clientSecret = travelling(clientSecret);
		}

		@Override
		public String toString() {
			return "RefreshGrant[****]";
		}

	}

}
