package io.selftimed.delivery;

/**
 * Takes down that a result was entered at RunSignup by hand, as RunSignup did not take it
 * from us.
 */
public interface Settling {

	/**
	 * The wanted result of a runner is at RunSignup by hand. Only one that RunSignup
	 * refused: what is on its way is not settled.
	 * @param eventId RunSignup's id of the event
	 * @param participantId our id of the participant
	 * @param organizerId our id of the organizer who says so
	 * @return whether it is taken down; false if it is not refused any more
	 */
	boolean settle(long eventId, long participantId, long organizerId);

}
