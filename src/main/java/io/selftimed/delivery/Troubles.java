package io.selftimed.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Tells why results wait that could otherwise be sent. Only reads.
 */
public interface Troubles {

	/**
	 * The pauses there are, longest first; empty while all flows. Costs one look at an
	 * empty table while it does.
	 */
	List<Pause> pauses();

	/**
	 * A pause of calls at RunSignup. The same trouble keeps its {@code about},
	 * {@code cause} and {@code since} until it is over.
	 *
	 * @param about what is paused, such as {@code everything:0} or {@code event:41001}
	 * @param cause why
	 * @param code RunSignup's code, null if there was none
	 * @param words RunSignup's words or ours, 500 characters at most; for organizers only
	 * @param since when the pause began; of an outage when the first call failed
	 * @param stopped the events that have results waiting for its end
	 */
	record Pause(String about, Cause cause, @Nullable Integer code, String words, Instant since, Set<Stopped> stopped) {

		/** Whether RunSignup itself is away, so that nothing but waiting helps. */
		public boolean isAway() {
			return this.cause == Cause.OUTAGE;
		}

	}

	/**
	 * An event with waiting results.
	 *
	 * @param raceId RunSignup's id of its race
	 * @param eventId RunSignup's id of the event
	 */
	record Stopped(long raceId, long eventId) {
	}

	/** Why calls are paused. */
	enum Cause {

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
		/** Several results of an event were refused in a row with one code. */
		REFUSALS;

		/** The word in tables and message keys. */
		public String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
