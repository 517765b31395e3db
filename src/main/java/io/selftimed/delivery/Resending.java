package io.selftimed.delivery;

/**
 * Sends a result once more that RunSignup refused, or took and does not show as it was
 * sent.
 */
public interface Resending {

	/**
	 * Sends the newest accepted result of a runner again, at once and as a version of its
	 * own. Only a drifting or refused result is sent again: a page that was open for
	 * long, or two people at once, send nothing twice.
	 * @param eventId RunSignup's id of the event
	 * @param participantId our id of the participant
	 * @param organizerId our id of the organizer who asks for it
	 * @return whether it is sent again; false if it neither drifts nor is refused any
	 * more, or is not of the event
	 */
	boolean sendAgain(long eventId, long participantId, long organizerId);

}
