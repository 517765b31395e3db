package io.selftimed.race;

import java.util.Optional;

/**
 * Sets races up. What is written is told to the audit; nothing here calls RunSignup.
 */
public interface RaceSetup {

	/** A race as it stands, empty if it is not known here. */
	Optional<Described> describe(long raceId);

	/**
	 * Opens a race.
	 * @param raceId RunSignup's id of the race
	 * @param profile what it says of itself, without refusals
	 * @param organizerId our id of who becomes its owner
	 * @return false if the race is there already
	 */
	boolean create(long raceId, RaceProfile profile, long organizerId);

	/**
	 * Changes what a race says of itself.
	 * @param version the version that was described
	 */
	Change change(long raceId, int version, RaceProfile profile);

	/**
	 * A race as it stands.
	 *
	 * @param profile what it says of itself
	 * @param version counts changes
	 */
	record Described(RaceProfile profile, int version) {
	}

	/** What came of a change. */
	enum Change {

		/** It is done. */
		DONE,
		/** Nothing was done, as somebody else was faster. */
		CHANGED_MEANWHILE

	}

}
