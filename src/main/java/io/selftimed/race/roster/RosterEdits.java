package io.selftimed.race.roster;

import org.jspecify.annotations.Nullable;

/**
 * What organizers change on a roster by hand. It is told to the audit.
 */
public interface RosterEdits {

	/**
	 * Gives a participant a bib, or takes it away. An empty bib at RunSignup does not
	 * wipe it.
	 * @param eventId RunSignup's id of the event
	 * @param participantId our id of the participant
	 * @param bib the bib, null for none
	 */
	Edit setBib(long eventId, long participantId, @Nullable Long bib);

	/**
	 * Erases a runner's name, birth date and addresses, and their own words in what they
	 * sent. Ids, bib and results stay, and no roster brings the name back.
	 * @param eventId RunSignup's id of the event
	 * @param participantId our id of the participant
	 */
	Edit erase(long eventId, long participantId);

	/** What came of a change. */
	enum Edit {

		/** It is done. */
		DONE,
		/** Somebody else has that bib. */
		BIB_TAKEN,
		/** There is nobody by that id in the event. */
		NOBODY

	}

}
