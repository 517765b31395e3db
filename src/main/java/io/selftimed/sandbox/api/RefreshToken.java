package io.selftimed.sandbox.api;

import java.util.Base64;
import java.util.HexFormat;
import java.util.function.IntFunction;

import io.selftimed.sandbox.fault.Reply;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * New tokens for an old one. The client's secret may come as it is or in base64, as
 * nobody knows for sure.
 */
final class RefreshToken implements VersionTwo {

	static final String NAME = "refresh-token";

	private static final int MONTH_IN_SECONDS = 30 * 24 * 3600;

	private static final String SECRET = SandboxKey.SANDBOX;

	private static final String SECRET_IN_BASE64 = Base64.getEncoder().encodeToString(SECRET.getBytes(UTF_8));

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
	public String method() {
		return "POST";
	}

	@Override
	public String path() {
		return "/v2/auth/refresh-token.json";
	}

	@Override
	public boolean needsKey() {
		return false;
	}

	@Override
	public ApiAnswer answer(ApiCall call) {
		if (!"refresh_token".equals(call.form().get("grant_type"))) {
			throw CallError.of(400, 3, "unsupported_grant_type");
		}
		String secret = call.form().getOrDefault("client_secret", "");
		if (!SandboxKey.SANDBOX.equals(call.form().get("client_id"))
				|| !(secret.equals(SECRET) || secret.equals(SECRET_IN_BASE64))) {
			throw CallError.of(401, 6, "invalid_client");
		}
		if (!SandboxKey.isToken(call.form().getOrDefault("refresh_token", ""))) {
			throw CallError.of(400, 6, "invalid_grant");
		}
		return ApiAnswer.of("tokens",
				ApiAnswer.object()
					.put("access_token", token())
					.put("token_type", "Bearer")
					.put("expires_in", MONTH_IN_SECONDS)
					.put("refresh_token", token()));
	}

	/** As OAuth has it: the error is a word. */
	@Override
	public Reply refuse(ApiCall call, CallError error) {
		return new ApiAnswer(error.status(), "error", ApiAnswer.object().put("error", error.words())).in(Format.JSON);
	}

	private String token() {
		return SandboxKey.SANDBOX + "." + HexFormat.of().formatHex(this.random.apply(16));
	}

}
