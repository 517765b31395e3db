package io.selftimed.runsignup;

import java.time.Duration;
import java.util.Optional;

/**
 * How reads come to the lanes, which deliveries take first: who waits and says so gets
 * every tenth turn.
 */
interface ReadTurns {

	/**
	 * Takes a free lane for a read, without waiting.
	 * @param grace how long the lane stays closed after a read that was lost
	 */
	Optional<Lane> takeForRead(Duration grace);

	/** Whether no lane is ever given, as a setting holds every call back. */
	default boolean areHeldBack() {
		return false;
	}

	/**
	 * Says that a read waits.
	 * @param id who waits
	 * @param patience for how long at most
	 */
	void announce(String id, Duration patience);

	/** Says that it waits no more. */
	void leave(String id);

}
