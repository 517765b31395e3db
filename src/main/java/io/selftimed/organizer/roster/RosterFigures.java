package io.selftimed.organizer.roster;

import java.util.Optional;

/**
 * How many are in each part of a roster.
 */
public interface RosterFigures {

	/**
	 * The figures of an event.
	 * @param eventId the event
	 * @return the figures, empty while a large roster is being counted
	 */
	Optional<RosterCount> of(long eventId);

}
