package io.selftimed.race.roster;

/**
 * Whether a call at RunSignup for a participant may still have an effect.
 */
public interface CallsInFlight {

	/**
	 * Looks under the delivery's lock, so that none begins before the transaction ends.
	 * @param participantId our id of the participant
	 */
	boolean mayBe(long participantId);

}
