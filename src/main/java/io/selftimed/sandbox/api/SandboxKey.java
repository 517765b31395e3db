package io.selftimed.sandbox.api;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The key {@code sandbox} with the secret {@code sandbox}, in every kind of credential.
 */
public enum SandboxKey {

	API_KEY("api_key", "api_secret", null),

	TEMPORARY("tmp_key", "tmp_secret", null),

	API_V2("rsu_api_key", null, ApiCall.SECRET),

	SUPER_PARTNER("sp_api_key", null, ApiCall.SECRET),

	/** Its token is {@code sandbox}, or one that was given. */
	OAUTH(null, null, ApiCall.AUTHORIZATION);

	static final String SANDBOX = "sandbox";

	private static final String BEARER = "Bearer ";

	private final @Nullable String key;

	private final @Nullable String secret;

	private final @Nullable String header;

	SandboxKey(@Nullable String key, @Nullable String secret, @Nullable String header) {
		this.key = key;
		this.secret = secret;
		this.header = header;
	}

	/** Whether a call tries this kind of credential at all. */
	private boolean isTried(ApiCall call) {
		return (this.key != null) ? call.query().containsKey(this.key)
				: call.headers().containsKey(ApiCall.AUTHORIZATION);
	}

	private boolean opens(ApiCall call) {
		if (this == OAUTH) {
			return isBearer(call.headers().getOrDefault(ApiCall.AUTHORIZATION, ""));
		}
		return is(call.query(), this.key) && (this.secret == null || is(call.query(), this.secret))
				&& (this.header == null || is(call.headers(), this.header));
	}

	/**
	 * The kind of credential that lets a call in. A temporary key beside an API key is
	 * none.
	 */
	static Optional<SandboxKey> of(ApiCall call) {
		if (API_KEY.isTried(call) && TEMPORARY.isTried(call)) {
			return Optional.empty();
		}
		for (SandboxKey kind : values()) {
			if (kind.isTried(call) && kind.opens(call)) {
				return Optional.of(kind);
			}
		}
		return Optional.empty();
	}

	/**
	 * Checks the caller registration, if there is one: {@code rsu_api_reg} is the token,
	 * with or without an id and a dot before it.
	 * @throws CallError if a half is missing or wrong
	 */
	static void checkRegistration(ApiCall call) {
		String token = call.query().get("rsu_api_reg");
		String secret = call.headers().get(ApiCall.REGISTRATION_SECRET);
		if (token == null && secret == null) {
			return;
		}
		if (token == null || !token.matches("(?:[0-9]{1,18}\\.)?" + SANDBOX) || !SANDBOX.equals(secret)) {
			throw CallError.invalidRegistration();
		}
	}

	private static boolean isBearer(String authorization) {
		boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
		return bearer && SandboxTokens.isToken(authorization.substring(BEARER.length()));
	}

	/**
	 * Checks that a token is good for the race that a call names.
	 * @throws CallError if it is good for another race only
	 */
	static void checkRace(ApiCall call) {
		String authorization = call.headers().getOrDefault(ApiCall.AUTHORIZATION, "");
		boolean other = isBearer(authorization) && SandboxTokens.raceOf(authorization.substring(BEARER.length()))
			.filter((race) -> call.id("race_id").filter((named) -> !named.equals(race)).isPresent())
			.isPresent();
		if (other) {
			throw CallError.permissionDenied();
		}
	}

	private static boolean is(Map<String, String> values, @Nullable String name) {
		return name != null && SANDBOX.equals(values.get(name));
	}

}
