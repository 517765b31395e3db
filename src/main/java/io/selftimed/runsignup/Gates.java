package io.selftimed.runsignup;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where calls are paused. A gate closes on an answer that the next call would meet again,
 * and opens when a probe succeeds or the thing at fault is edited. Gates stand in the
 * database: they hold for every replica and after a restart.
 */
public interface Gates {

	/**
	 * Whether results of an event may be sent now. A probe is given to one caller only.
	 * Call it in the transaction that claims what will be sent.
	 * @param raceId RunSignup's id of the race
	 * @param eventId RunSignup's id of the event
	 * @return the passage
	 */
	Passage passage(long raceId, long eventId);

	/**
	 * Closes or opens gates by what came of a call. Call it in the transaction that
	 * writes the outcome.
	 * @param raceId RunSignup's id of the race
	 * @param eventId RunSignup's id of the event
	 * @param answer what came of the call
	 */
	void answered(long raceId, long eventId, UserResultsAnswer answer);

	/**
	 * Counts a result that RunSignup refused although it travelled alone. The third in a
	 * row with one code closes the event's gate: then the event is at fault, not the
	 * results.
	 * @param eventId RunSignup's id of the event
	 * @param code RunSignup's code
	 * @param message RunSignup's words
	 * @return whether the event's gate is closed by such refusals now
	 */
	boolean refusedAlone(long eventId, int code, String message);

	/**
	 * Opens the gates of an event, its race and its credential, as one of them was
	 * edited.
	 */
	void open(long raceId, long eventId);

	/**
	 * Lets the next call for an event be tried at once where a gate waits for the time of
	 * its probe. Where RunSignup asked to slow down, it is left to wait.
	 * @param raceId RunSignup's id of the race
	 * @param eventId RunSignup's id of the event
	 */
	void probeNow(long raceId, long eventId);

	/**
	 * Opens the gates that a credential closed, as another one counts now. Call it in the
	 * transaction that changes the credential.
	 * @param raceId the race whose own credential it is, null for the default
	 */
	void credentialChanged(@Nullable Long raceId);

	/** The gates that are closed, longest first. */
	List<ClosedGate> closed();

	/**
	 * Whether calls may pass.
	 */
	enum Passage {

		/** At full rate. */
		OPEN,
		/** One result, to try. */
		PROBE,
		/** Not now. */
		SHUT

	}

}
