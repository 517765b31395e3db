package io.selftimed.runsignup;

import java.util.Optional;
import java.util.stream.Stream;

import io.selftimed.StartRefusal;
import io.selftimed.runsignup.CallerCredential.KeyAndSecret;
import io.selftimed.runsignup.CallerCredential.RefreshGrant;
import io.selftimed.runsignup.CallerCredential.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads the credential in the settings. What is incomplete stops the start and is named,
 * never shown.
 */
final class SettingsCredential {

	private static final String GROUP = "selftimed.runsignup.credential";

	private static final String KINDS = "api-key, temporary, api-v2, super-partner or oauth.";

	private SettingsCredential() {
	}

	/**
	 * The credential in the settings, empty if there is none.
	 * @throws StartRefusal if it is incomplete or of a kind that is not known
	 */
	static Optional<CallerCredential> of(RunSignupSettings settings) {
		RunSignupSettings.Credential credential = settings.credential();
		return (credential == null || isBlank(credential)) ? Optional.empty() : Optional.of(read(credential));
	}

	private static boolean isBlank(RunSignupSettings.Credential credential) {
		return Stream
			.of(credential.kind(), credential.key(), credential.secret(), credential.refreshToken(),
					credential.clientId(), credential.clientSecret())
			.allMatch(SettingsCredential::blank);
	}

	private static CallerCredential read(RunSignupSettings.Credential credential) {
		CredentialKind kind = CredentialKind.named(required(credential.kind(), GROUP + ".kind"))
			.orElseThrow(() -> new StartRefusal(GROUP + ".kind is not known: set it to " + KINDS));
		if (kind == CredentialKind.OAUTH) {
			return new Tokens(required(credential.secret(), GROUP + ".secret"), null, grant(credential));
		}
		return new KeyAndSecret(kind, required(credential.key(), GROUP + ".key"),
				required(credential.secret(), GROUP + ".secret"));
	}

	/** All three or none. */
	private static @Nullable RefreshGrant grant(RunSignupSettings.Credential credential) {
		if (blank(credential.refreshToken()) && blank(credential.clientId()) && blank(credential.clientSecret())) {
			return null;
		}
		return new RefreshGrant(required(credential.refreshToken(), GROUP + ".refresh-token"),
				required(credential.clientId(), GROUP + ".client-id"),
				required(credential.clientSecret(), GROUP + ".client-secret"));
	}

	/**
	 * A value that must be there and must be able to travel.
	 * @param property its name, for the refusal
	 */
	static String required(@Nullable String value, String property) {
		if (value == null || value.isBlank()) {
			throw new StartRefusal(property + " is missing: set it, or remove the other properties of its group.");
		}
		if (!CallerCredential.canTravel(value)) {
			throw new StartRefusal(property + " holds a character that cannot travel, or more than "
					+ CallerCredential.LONGEST + " of them: set it to what RunSignup shows.");
		}
		return value.strip();
	}

	static boolean blank(@Nullable String value) {
		return value == null || value.isBlank();
	}

}
