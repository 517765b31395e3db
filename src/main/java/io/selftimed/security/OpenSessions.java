package io.selftimed.security;

import java.time.Instant;
import java.util.List;

/**
 * The sessions that organizers have open, at every replica.
 */
public interface OpenSessions {

	/**
	 * Somebody's sessions, the one used last first.
	 * @param organizerId our id of the organizer
	 */
	List<OpenSession> of(long organizerId);

	/**
	 * Ends somebody's sessions.
	 * @param organizerId our id of the organizer
	 * @param kept the id of one that goes on, empty for none
	 * @return how many ended
	 */
	int end(long organizerId, String kept);

	/**
	 * A session.
	 *
	 * @param id its id, which opens it: never shown
	 * @param since when it began
	 * @param usedAt when it was used last
	 */
	record OpenSession(String id, Instant since, Instant usedAt) {

		@Override
		public String toString() {
			return "OpenSession[since=" + this.since + "]";
		}

	}

}
