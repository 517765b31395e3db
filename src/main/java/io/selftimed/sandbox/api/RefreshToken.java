package io.selftimed.sandbox.api;

import java.util.function.IntFunction;

/**
 * New tokens for an old one.
 */
final class RefreshToken implements TokenCall {

	static final String NAME = "refresh-token";

	private final IntFunction<byte[]> random;

	/**
	 * The call.
	 * @param random gives that many random bytes
	 */
	RefreshToken(IntFunction<byte[]> random) {
		this.random = random;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String path() {
		return "/v2/auth/refresh-token.json";
	}

	@Override
	public ApiAnswer answer(ApiCall call) {
		if (!"refresh_token".equals(call.form().get("grant_type"))) {
			throw CallError.of(400, 3, "unsupported_grant_type");
		}
		SandboxTokens.checkClient(call.form());
		String token = call.form().getOrDefault("refresh_token", "");
		if (!SandboxTokens.isToken(token)) {
			throw CallError.of(400, 6, "invalid_grant");
		}
		return SandboxTokens.given(SandboxTokens.raceOf(token).orElse(null), this.random);
	}

}
