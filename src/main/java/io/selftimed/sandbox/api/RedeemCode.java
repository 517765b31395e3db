package io.selftimed.sandbox.api;

import java.time.Clock;
import java.util.Map;
import java.util.function.IntFunction;

import io.selftimed.sandbox.grant.Grants;

/**
 * The first tokens, for the code that a browser brought. A client that is not known
 * spends no code.
 */
final class RedeemCode implements TokenCall {

	private final Grants grants;

	private final Clock clock;

	private final IntFunction<byte[]> random;

	/**
	 * The call.
	 * @param random gives that many random bytes
	 */
	RedeemCode(Grants grants, Clock clock, IntFunction<byte[]> random) {
		this.grants = grants;
		this.clock = clock;
		this.random = random;
	}

	@Override
	public String name() {
		return "auth-code-redemption";
	}

	@Override
	public String path() {
		return "/v2/auth/auth-code-redemption.json";
	}

	@Override
	public ApiAnswer answer(ApiCall call) {
		Map<String, String> form = call.form();
		if (!"authorization_code".equals(form.get("grant_type"))) {
			throw CallError.of(400, 3, "unsupported_grant_type");
		}
		SandboxTokens.checkClient(form);
		return this.grants
			.redeem(form.getOrDefault("code", ""), form.get("redirect_uri"), form.get("code_verifier"),
					this.clock.instant())
			.map((redeemed) -> SandboxTokens.given(redeemed.raceId(), this.random))
			.orElseThrow(() -> CallError.of(400, 6, "invalid_grant"));
	}

}
