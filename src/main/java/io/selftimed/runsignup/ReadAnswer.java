package io.selftimed.runsignup;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What came of a read.
 *
 * @param <T> what was asked for
 */
public sealed interface ReadAnswer<T> {

	/**
	 * RunSignup told it.
	 *
	 * @param value what it told
	 */
	record Found<T>(T value) implements ReadAnswer<T> {
	}

	/**
	 * Nothing was read. A read writes nothing, so that it may be asked again at any time.
	 *
	 * @param why what stood in the way
	 * @param code RunSignup's code, null if it told none
	 * @param retryAfter how long RunSignup asks to wait, null if it does not say
	 * @param message in words, 500 characters at most, for organizers only
	 */
	record NotFound<T>(Why why, @Nullable Integer code, @Nullable Duration retryAfter,
			String message) implements ReadAnswer<T> {
	}

	/**
	 * What may stand in the way of a read.
	 */
	enum Why {

		/** The credential does not work (codes 6, 7, 13, 17), or there is none. */
		CREDENTIAL_BAD,
		/** The race or the event is not what RunSignup knows (codes 201, 223, 301). */
		SET_UP_WRONGLY,
		/** RunSignup refuses it; a person must look. */
		REFUSED,
		/** The call itself is at fault (codes 1, 2, 8, 10): ours to mend. */
		MISSPOKEN,
		/** Too many calls (code 14 or HTTP 429). */
		THROTTLED,
		/** RunSignup is out of order, away, silent or says nothing that can be read. */
		UNAVAILABLE,
		/** Both lanes were taken for ten seconds: RunSignup is busy with results. */
		BUSY

	}

}
