package io.selftimed.delivery;

/**
 * Has what waits for another try sent at once, because a person asks.
 */
public interface Hastening {

	/**
	 * Tries calls for an event again at once, and makes results due that were put off
	 * after a failed call. What rests because the outcome of a call is not known goes on
	 * resting, and so does everything while RunSignup asks to slow down.
	 * @param raceId RunSignup's id of the race
	 * @param eventId RunSignup's id of the event
	 */
	void tryNow(long raceId, long eventId);

}
