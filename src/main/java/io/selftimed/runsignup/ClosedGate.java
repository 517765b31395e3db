package io.selftimed.runsignup;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A gate that is closed.
 *
 * @param scope what it stops
 * @param subject the race's or event's id, 0 for the others; of a credential the race
 * whose own it is, 0 for the default
 * @param cause why
 * @param code RunSignup's code, null if there was none
 * @param message RunSignup's words or ours, for organizers only
 * @param since when the trouble began
 * @param closedAt when it closed; the same or later
 * @param probeAt when one call is tried
 * @param spared the races that have a credential of their own, so that the default's gate
 * does not stop them
 */
public record ClosedGate(Scope scope, long subject, Cause cause, @Nullable Integer code, String message, Instant since,
		Instant closedAt, Instant probeAt, Set<Long> spared) {

	/** Whether it stops calls for an event. */
	public boolean stops(long raceId, long eventId) {
		return switch (this.scope) {
			case EVERYTHING, OPERATION -> true;
			case CREDENTIAL -> (this.subject == 0) ? !this.spared.contains(raceId) : this.subject == raceId;
			case RACE -> this.subject == raceId;
			case EVENT -> this.subject == eventId;
		};
	}

	/**
	 * Whether it stops reads for an event too: refused results and calls of ours at fault
	 * stop results only.
	 */
	public boolean stopsReads(long raceId, long eventId) {
		return this.cause != Cause.MISSPOKEN && this.cause != Cause.REFUSALS && stops(raceId, eventId);
	}

	/** What a gate stops. */
	public enum Scope {

		/** Every call. */
		EVERYTHING,
		/** Calls of one kind. */
		OPERATION,
		/** Calls with a credential. */
		CREDENTIAL,
		/** Calls for a race. */
		RACE,
		/** Calls for an event. */
		EVENT

	}

	/** Why a gate is closed. */
	public enum Cause {

		/** RunSignup does not answer, or not as it should. */
		OUTAGE,
		/** RunSignup asks to wait. */
		THROTTLED,
		/** The registration of the caller is wrong. */
		REGISTRATION,
		/** The credential does not work, or there is none. */
		CREDENTIAL,
		/** The credential has no access. */
		PERMISSION,
		/** RunSignup does not know the race or the event. */
		UNKNOWN_THERE,
		/** The call itself is at fault. */
		MISSPOKEN,
		/** Three results in a row were refused with one code. */
		REFUSALS,
		/** A setting of this installation holds every call back. */
		HELD

	}

}
