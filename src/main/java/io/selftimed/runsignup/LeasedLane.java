package io.selftimed.runsignup;

import java.time.Duration;

/**
 * What the call itself needs of its lane.
 */
interface LeasedLane extends Lane {

	/**
	 * What a caller took.
	 * @throws IllegalArgumentException if it was taken nowhere here
	 */
	static LeasedLane of(Lane lane) {
		if (lane instanceof LeasedLane leased) {
			return leased;
		}
		throw new IllegalArgumentException("a lane that is none of RunSignup's");
	}

	/**
	 * Whether a call of this length and the grace period after it still fit into the
	 * lease.
	 */
	boolean hasTimeFor(Duration call);

	/** Lets the lane stay shut for the grace period once it is closed. */
	void stayShut();

}
