package io.selftimed.race.roster;

/**
 * Who states a roster.
 */
enum RosterSource {

	/** RunSignup, which knows registrations. */
	RUNSIGNUP,
	/** A file of the organizer's. */
	FILE

}
