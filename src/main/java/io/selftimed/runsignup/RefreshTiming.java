package io.selftimed.runsignup;

import java.time.Duration;
import java.time.Instant;

import io.selftimed.runsignup.CallerCredential.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * When tokens are refreshed: in the last tenth of their life, at most a day before its
 * end.
 */
final class RefreshTiming {

	/** How long a token lives of which RunSignup did not say it: its shortest month. */
	static final Duration UNTOLD_LIFE = Duration.ofDays(28);

	/** After a refresh that RunSignup did not answer as it should. */
	static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

	/** After a refresh that RunSignup refused. */
	static final Duration AFTER_REFUSAL = Duration.ofMinutes(15);

	/** Tokens younger than this are not at fault when RunSignup refuses them. */
	static final Duration YOUNG = Duration.ofMinutes(5);

	private static final Duration EARLIEST = Duration.ofDays(1);

	private RefreshTiming() {
	}

	/**
	 * When a credential's refresh is due, null for never or not before it is refused.
	 */
	static @Nullable Instant due(CallerCredential credential, Instant now) {
		if (!(credential instanceof Tokens tokens) || tokens.grant() == null) {
			return null;
		}
		Instant end = tokens.expiresAt();
		return (end != null) ? due(now, end) : null;
	}

	/** When tokens that begin now are refreshed. */
	static Instant due(Instant now, Instant end) {
		Duration tenth = Duration.between(now, end).dividedBy(10);
		return end.minus((tenth.compareTo(EARLIEST) < 0) ? tenth : EARLIEST);
	}

}
