package io.selftimed.runsignup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of credentials and how each travels.
 */
public enum CredentialKind {

	/** A race's, timer's or partner's key; its secret travels in the address. */
	API_KEY("api_key", "api_secret", null),

	/** The key of a login, which RunSignup is withdrawing. */
	TEMPORARY("tmp_key", "tmp_secret", null),

	/** The kind to prefer. */
	API_V2("rsu_api_key", null, "X-RSU-API-SECRET"),

	/** A super partner's key. */
	SUPER_PARTNER("sp_api_key", null, "X-RSU-API-SECRET"),

	/** An access token of OAuth 2.0, which has no key beside it. */
	OAUTH(null, null, null);

	private final @Nullable String keyParameter;

	private final @Nullable String secretParameter;

	private final @Nullable String secretHeader;

	CredentialKind(@Nullable String keyParameter, @Nullable String secretParameter, @Nullable String secretHeader) {
		this.keyParameter = keyParameter;
		this.secretParameter = secretParameter;
		this.secretHeader = secretHeader;
	}

	static Optional<CredentialKind> named(String name) {
		return Arrays.stream(values()).filter((kind) -> kind.propertyName().equals(name)).findFirst();
	}

	/** The name in settings, such as {@code api-v2}. */
	public String propertyName() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Puts the pair where this kind carries it. */
	void carry(String key, String secret, Passport.Builder passport) {
		if (this.keyParameter != null) {
			passport.query(this.keyParameter, key);
		}
		if (this.secretParameter != null) {
			passport.query(this.secretParameter, secret);
		}
		if (this.secretHeader != null) {
			passport.header(this.secretHeader, secret);
		}
	}

}
