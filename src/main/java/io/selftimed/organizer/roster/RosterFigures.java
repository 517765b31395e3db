package io.selftimed.organizer.roster;

import java.util.Map;

/**
 * How many are in each part of a roster.
 */
public interface RosterFigures {

	/** How many are in each part, by its word. */
	Map<String, Long> of(long eventId);

	/** How many have no bib and cannot send a result. */
	long withoutBib(long eventId);

	/** How many could have sent a result and have not. */
	long withoutResult(long eventId);

}
