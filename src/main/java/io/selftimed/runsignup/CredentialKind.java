package io.selftimed.runsignup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of credentials and how each travels.
 */
enum CredentialKind {

	API_KEY("api_key", "api_secret", null),

	TEMPORARY("tmp_key", "tmp_secret", null),

	API_V2("rsu_api_key", null, "X-RSU-API-SECRET"),

	SUPER_PARTNER("sp_api_key", null, "X-RSU-API-SECRET");

	private final String keyParameter;

	private final @Nullable String secretParameter;

	private final @Nullable String secretHeader;

	CredentialKind(String keyParameter, @Nullable String secretParameter, @Nullable String secretHeader) {
		this.keyParameter = keyParameter;
		this.secretParameter = secretParameter;
		this.secretHeader = secretHeader;
	}

	static Optional<CredentialKind> named(String name) {
		return Arrays.stream(values()).filter((kind) -> kind.propertyName().equals(name)).findFirst();
	}

	String propertyName() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Puts the pair where this kind carries it. */
	void carry(String key, String secret, Passport.Builder passport) {
		passport.query(this.keyParameter, key);
		if (this.secretParameter != null) {
			passport.query(this.secretParameter, secret);
		}
		if (this.secretHeader != null) {
			passport.header(this.secretHeader, secret);
		}
	}

}
