package io.selftimed.runsignup;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What came of a call. Every caller handles every case; what RunSignup said is capped at
 * 500 characters and may be shown to organizers only.
 */
public sealed interface UserResultsAnswer {

	/**
	 * RunSignup received results.
	 *
	 * @param items for each result of the call, in its order, what RunSignup answered for
	 * it; empty where it answered nothing
	 */
	record Received(List<Optional<ReceivedResult>> items) implements UserResultsAnswer {
	}

	/** RunSignup refuses what was sent; a person must look. */
	record Refused(int code, String message) implements UserResultsAnswer {
	}

	/** The credential does not work (codes 6, 7, 13, 17), or there is none. */
	record CredentialBad(@Nullable Integer code, String message) implements UserResultsAnswer {
	}

	/** The race or the event is not what RunSignup knows (codes 201, 223, 301). */
	record SetUpWrongly(int code, String message) implements UserResultsAnswer {
	}

	/** The call itself is at fault (codes 1, 2, 8, 10): ours to mend. */
	record Misspoken(int code, String message) implements UserResultsAnswer {
	}

	/**
	 * Too many calls (code 14 or HTTP 429).
	 *
	 * @param retryAfter how long RunSignup asks to wait, null if it does not say
	 */
	record Throttled(@Nullable Duration retryAfter, String message) implements UserResultsAnswer {
	}

	/** A complete answer that is no success and says nothing of the results. */
	record Unavailable(@Nullable Integer code, String message) implements UserResultsAnswer {
	}

	/** The call never reached RunSignup. */
	record NeverSent(String message) implements UserResultsAnswer {
	}

	/** The call may have happened, or may happen yet. */
	record Unknown(String message) implements UserResultsAnswer {
	}

	/**
	 * What RunSignup answered for one result. Times are milliseconds, elevation
	 * millimetres, {@code …Ts} epoch seconds; null where RunSignup left it out.
	 */
	record ReceivedResult(@Nullable Long registrationId, @Nullable Long bib, @Nullable Long resultsReceivedTs,
			@Nullable Long individualResultSetId, @Nullable Long submittedTimeInMilliseconds,
			@Nullable Long elevationGainInMillimetres, @Nullable Long resultApprovalTs) {
	}

}
