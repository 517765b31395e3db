package io.selftimed.runsignup;

/**
 * Issues the passport for a race's calls.
 */
interface Passports {

	/**
	 * The passport for a race, just before a call.
	 * @param raceId RunSignup's id of the race
	 * @param lane the right to the call; calls that are needed first hold it too
	 */
	Issued issue(long raceId, LeasedLane lane);

	/**
	 * After RunSignup refused a passport (codes 6 and 13): renews its tokens if it has
	 * any that can be.
	 * @param refused what was refused
	 * @param lane the lane of the call that was refused
	 * @return whether the next call may fare better; false if the credential is bad
	 */
	boolean mend(Issued.Ready refused, LeasedLane lane);

}
