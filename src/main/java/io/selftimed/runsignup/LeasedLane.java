package io.selftimed.runsignup;

import java.time.Duration;

/**
 * What the call itself needs of its lane.
 */
interface LeasedLane extends Lane {

	/**
	 * Whether a call of this length and the grace period after it still fit into the
	 * lease.
	 */
	boolean hasTimeFor(Duration call);

	/** Lets the lane stay shut for the grace period once it is closed. */
	void stayShut();

}
