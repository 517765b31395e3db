package io.selftimed.delivery;

/**
 * Takes up the wish to have an event compared with RunSignup now.
 */
public interface ComparisonRequests {

	/**
	 * Asks for a comparison. It is only written down here, and one of the workers of all
	 * replicas begins it within a second: a listing may take minutes, longer than a
	 * browser or a proxy waits, and a request that is written down survives a restart.
	 * Asking again while one waits changes nothing.
	 * @param eventId RunSignup's id of the event
	 */
	void ask(long eventId);

}
