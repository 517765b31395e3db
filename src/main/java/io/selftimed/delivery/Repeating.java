package io.selftimed.delivery;

/**
 * Sends a result once more that RunSignup took already, because somebody wants it so.
 */
public interface Repeating {

	/**
	 * Sends what RunSignup took again, as a version of its own. Done twice from one page,
	 * it is done once.
	 * @param eventId RunSignup's id of the event
	 * @param participantId our id of the participant
	 * @param seenVersion the wanted version that the organizer saw
	 * @param organizerId our id of the organizer who asks for it
	 * @return whether it is sent again; false if something else is wanted by now, or it
	 * is being sent already
	 */
	boolean repeat(long eventId, long participantId, int seenVersion, long organizerId);

}
