package io.selftimed.race;

import java.util.List;
import java.util.Optional;

/**
 * Who is registered for an event.
 */
public interface Roster {

	/**
	 * The participants of an event with a bib: mostly one, two while an import swaps
	 * bibs. Who is gone from RunSignup is not among them.
	 */
	List<Participant> byBib(long eventId, long bib);

	/** A participant of an event, empty if there is none, or none any more. */
	Optional<Participant> find(long eventId, long participantId);

	/**
	 * The participant of a bib: the earliest if several have it, a new one without
	 * registration if nobody does. Call it inside a transaction: where it makes one, it
	 * holds the installation's row, so that two at once make one participant.
	 * @return our id of the participant
	 */
	long ofBib(long eventId, long bib);

	/**
	 * Locks a participant's row until the transaction ends: acceptance, decisions and
	 * their numbers queue here.
	 */
	void lock(long participantId);

}
