package io.selftimed.race;

/**
 * Changes when an event takes results.
 */
public interface EventWindow {

	/**
	 * Closes an event before its time: from now on its form takes no result.
	 * @param eventId RunSignup's id of the event
	 * @return whether it was open
	 */
	boolean closeNow(long eventId);

}
