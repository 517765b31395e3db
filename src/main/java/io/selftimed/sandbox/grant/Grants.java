package io.selftimed.sandbox.grant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * The codes that were given and not redeemed yet: each for ten minutes and for one try.
 */
public final class Grants {

	private static final Duration OPEN = Duration.ofMinutes(10);

	/** More than that are dropped, the oldest first. */
	private static final int MOST = 100;

	private final Map<String, Grant> grants = new LinkedHashMap<>();

	private final IntFunction<byte[]> random;

	/**
	 * No codes yet.
	 * @param random gives that many random bytes
	 */
	public Grants(IntFunction<byte[]> random) {
		this.random = random;
	}

	/**
	 * Gives a code.
	 * @param request what was asked
	 * @param raceId the race that whoever allowed it looks after, null for every race
	 * @param now the time
	 */
	public synchronized String give(GrantRequest request, @Nullable Long raceId, Instant now) {
		String code = "code." + HexFormat.of().formatHex(this.random.apply(16));
		this.grants.put(code, new Grant(request, raceId, now.plus(OPEN)));
		if (this.grants.size() > MOST) {
			this.grants.remove(this.grants.keySet().iterator().next());
		}
		return code;
	}

	/**
	 * Redeems a code. Whatever comes of it, the code is worth nothing afterwards.
	 * @param code the code
	 * @param redirectUri must be the one that was asked with
	 * @param verifier what the challenge was made of, null for nothing
	 * @param now the time
	 * @return what was granted, empty if it does not fit
	 */
	public synchronized Optional<Redeemed> redeem(String code, @Nullable String redirectUri, @Nullable String verifier,
			Instant now) {
		return Optional.ofNullable(this.grants.remove(code))
			.filter((grant) -> now.isBefore(grant.until()))
			.filter((grant) -> grant.request().redirectUri() != null
					&& grant.request().redirectUri().equals(redirectUri))
			.filter((grant) -> isVerified(grant.request(), verifier))
			.map((grant) -> new Redeemed(grant.raceId()));
	}

	private static boolean isVerified(GrantRequest request, @Nullable String verifier) {
		String challenge = request.codeChallenge();
		if (challenge == null) {
			return true;
		}
		return verifier != null
				&& challenge.equals("S256".equals(request.codeChallengeMethod()) ? hashed(verifier) : verifier);
	}

	private static String hashed(String verifier) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	/**
	 * What was granted.
	 *
	 * @param raceId for which race, null for every race
	 */
	public record Redeemed(@Nullable Long raceId) {
	}

	private record Grant(GrantRequest request, @Nullable Long raceId, Instant until) {
	}

}
