package io.selftimed.race.roster;

/**
 * Takes up the wish to have a roster fetched from RunSignup. A wish is only written down
 * here; one of the workers of all replicas begins it within a second.
 */
public interface RosterFetchRequests {

	/**
	 * Asks for everybody now. Asking again while one waits changes nothing.
	 * @param eventId RunSignup's id of the event
	 */
	void ask(long eventId);

	/**
	 * Says whether changes are fetched by themselves while the event is open, and
	 * everybody each night.
	 * @param eventId RunSignup's id of the event
	 * @param on whether they are
	 */
	void schedule(long eventId, boolean on);

}
