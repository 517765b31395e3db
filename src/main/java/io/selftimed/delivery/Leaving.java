package io.selftimed.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Takes down that a drifting result stays as RunSignup shows it.
 */
public interface Leaving {

	/**
	 * Ends the drift of a runner's result until RunSignup shows something else again.
	 * Nothing is sent.
	 * @param eventId RunSignup's id of the event
	 * @param participantId our id of the participant
	 * @param seen how it drifts on the page that was looked at: {@code differs} or
	 * {@code missing}
	 * @param seenMilliseconds the time that RunSignup showed there, null for none
	 * @param organizerId our id of the organizer who says so
	 * @return whether it is taken down; false if it does not drift like that any more
	 */
	boolean leave(long eventId, long participantId, String seen, @Nullable Long seenMilliseconds, long organizerId);

}
