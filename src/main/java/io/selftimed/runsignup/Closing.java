package io.selftimed.runsignup;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.selftimed.runsignup.ClosedGate.Cause;
import io.selftimed.runsignup.ClosedGate.Scope;

/**
 * Which gate an answer closes, and for how long before the first probe.
 *
 * @param scope what stops
 * @param subject the race's or event's id, 0 for the others; of a credential the race
 * whose own it is
 * @param cause why
 * @param code RunSignup's code, null if there was none
 * @param message RunSignup's words or ours
 * @param strikes how many such answers in a row it takes
 * @param firstWait until the first probe
 * @param longestWait it doubles with each probe, up to this
 */
record Closing(Scope scope, long subject, Cause cause, @Nullable Integer code, String message, int strikes,
		Duration firstWait, Duration longestWait) {

	/** Failing calls in a row that make an outage of single failures. */
	static final int OUTAGE_STRIKES = 3;

	private static final Duration ONE_MINUTE = Duration.ofMinutes(1);

	private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

	private static final Duration UNTOLD_THROTTLE = Duration.ofSeconds(10);

	private static final Duration LONGEST_THROTTLE = Duration.ofHours(1);

	/** Asking again costs little: a probe a minute, so that all flows soon after. */
	private static final Duration FIRST_AFTER_OUTAGE = Duration.ofSeconds(1);

	/**
	 * The gate that an answer closes, empty if it closes none.
	 */
	static Optional<Closing> by(UserResultsAnswer answer, long raceId, long eventId) {
		return Optional.ofNullable(switch (answer) {
			case UserResultsAnswer.Received received -> null;
			case UserResultsAnswer.Refused refused -> null;
			case UserResultsAnswer.CredentialBad(Integer code, String message) -> credential(raceId, code, message);
			case UserResultsAnswer.SetUpWrongly(int code, String message) ->
				(code == 201) ? at(Scope.RACE, raceId, Cause.UNKNOWN_THERE, code, message)
						: at(Scope.EVENT, eventId, Cause.UNKNOWN_THERE, code, message);
			case UserResultsAnswer.Misspoken(int code, String message) ->
				at(Scope.OPERATION, 0, Cause.MISSPOKEN, code, message);
			case UserResultsAnswer.Throttled(Duration retryAfter, String message) ->
				throttled((retryAfter != null) ? retryAfter : UNTOLD_THROTTLE, message);
			case UserResultsAnswer.Unavailable(Integer code, String message) -> outage(code, message);
			case UserResultsAnswer.NeverSent(String message) -> outage(null, message);
			case UserResultsAnswer.Unknown(String message) -> outage(null, message);
		});
	}

	private static Closing credential(long raceId, @Nullable Integer code, String message) {
		if (code == null) {
			return at(Scope.CREDENTIAL, 0, Cause.CREDENTIAL, null, message);
		}
		return switch (code) {
			case 7 -> at(Scope.RACE, raceId, Cause.PERMISSION, code, message);
			case 17 -> at(Scope.EVERYTHING, 0, Cause.REGISTRATION, code, message);
			default -> at(Scope.CREDENTIAL, 0, Cause.CREDENTIAL, code, message);
		};
	}

	private static Closing at(Scope scope, long subject, Cause cause, @Nullable Integer code, String message) {
		return new Closing(scope, subject, cause, code, message, 1, ONE_MINUTE, QUARTER_HOUR);
	}

	/** The same for another subject. */
	Closing of(long other) {
		return new Closing(this.scope, other, this.cause, this.code, this.message, this.strikes, this.firstWait,
				this.longestWait);
	}

	private static Closing throttled(Duration wait, String message) {
		Duration atMost = (wait.compareTo(LONGEST_THROTTLE) < 0) ? wait : LONGEST_THROTTLE;
		return new Closing(Scope.EVERYTHING, 0, Cause.THROTTLED, null, message, 1, atMost, atMost);
	}

	private static Closing outage(@Nullable Integer code, String message) {
		return new Closing(Scope.EVERYTHING, 0, Cause.OUTAGE, code, message, OUTAGE_STRIKES, FIRST_AFTER_OUTAGE,
				ONE_MINUTE);
	}

	/** The event's own gate, after results were refused alone. */
	static Closing refusals(long eventId, int code, String message) {
		return new Closing(Scope.EVENT, eventId, Cause.REFUSALS, code, message, OUTAGE_STRIKES, ONE_MINUTE,
				QUARTER_HOUR);
	}

}
