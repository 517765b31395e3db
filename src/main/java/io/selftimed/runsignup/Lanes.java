package io.selftimed.runsignup;

import java.time.Duration;
import java.util.Optional;

/**
 * The two lanes: at most two calls are under way at RunSignup at once, over the whole
 * cluster. A lane whose owner died is free after its lease.
 */
public interface Lanes {

	/**
	 * Takes a free lane for a delivery, without waiting. While a read waits, every tenth
	 * turn of a lane is kept for it.
	 * @param grace how long the lane stays closed after a call whose outcome is unknown
	 * @return the lane, empty if both are taken
	 */
	Optional<Lane> take(Duration grace);

}
