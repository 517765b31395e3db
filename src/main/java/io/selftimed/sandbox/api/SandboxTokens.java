package io.selftimed.sandbox.api;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The sandbox's OAuth tokens: {@code sandbox}, or one that was given, which may be good
 * for one race only. Who shows the client's secret is checked here too; it may come as it
 * is or in base64, as nobody knows for sure.
 */
final class SandboxTokens {

	private static final int MONTH_IN_SECONDS = 30 * 24 * 3600;

	private static final Pattern GIVEN = Pattern.compile("sandbox\\.[0-9a-f]{32}(?:\\.([0-9]{1,18}))?");

	private static final String SECRET_IN_BASE64 = Base64.getEncoder()
		.encodeToString(SandboxKey.SANDBOX.getBytes(UTF_8));

	private SandboxTokens() {
	}

	static boolean isToken(String token) {
		return token.equals(SandboxKey.SANDBOX) || GIVEN.matcher(token).matches();
	}

	/** The only race that a token is good for, empty if it is good for all. */
	static Optional<Long> raceOf(String token) {
		Matcher given = GIVEN.matcher(token);
		return given.matches() ? Optional.ofNullable(given.group(1)).map(Long::valueOf) : Optional.empty();
	}

	/**
	 * Checks who asks for tokens.
	 * @throws CallError if it is not the sandbox's client
	 */
	static void checkClient(Map<String, String> form) {
		String secret = form.getOrDefault("client_secret", "");
		if (!SandboxKey.SANDBOX.equals(form.get("client_id"))
				|| !(secret.equals(SandboxKey.SANDBOX) || secret.equals(SECRET_IN_BASE64))) {
			throw CallError.of(401, 6, "invalid_client");
		}
	}

	/**
	 * An access token and a refresh token.
	 * @param raceId the only race they are good for, null for all
	 * @param random gives that many random bytes
	 */
	static ApiAnswer given(@Nullable Long raceId, IntFunction<byte[]> random) {
		return ApiAnswer.of("tokens",
				ApiAnswer.object()
					.put("access_token", token(raceId, random))
					.put("token_type", "Bearer")
					.put("expires_in", MONTH_IN_SECONDS)
					.put("refresh_token", token(raceId, random)));
	}

	private static String token(@Nullable Long raceId, IntFunction<byte[]> random) {
		return SandboxKey.SANDBOX + "." + HexFormat.of().formatHex(random.apply(16))
				+ ((raceId != null) ? "." + raceId : "");
	}

}
