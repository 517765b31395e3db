package io.selftimed.notification;

import org.jspecify.annotations.Nullable;

/**
 * What a letter to a runner is about. Holds addresses: never logged.
 *
 * @param submissionId our id, the reference
 * @param held whether it waits for a person
 * @param language the language of whoever sent it
 * @param bib the bib it was sent for, null if that was not kept
 * @param typed the address that was typed with it, null for none
 * @param roster the address on the roster, null for none
 * @param eventName the name of the event
 * @param raceId RunSignup's id of the race
 * @param raceName the name of the race
 * @param contact whom to ask
 */
record RunnersSubmission(long submissionId, boolean held, String language, @Nullable Long bib, @Nullable String typed,
		@Nullable String roster, String eventName, long raceId, String raceName, String contact) {

	/** The id alone, so that no log holds an address. */
	@Override
	public String toString() {
		return "submission " + this.submissionId;
	}

	/**
	 * Whom to tell. An address that was typed proves nothing, so it gets one letter for
	 * each submission, the first; all else goes to the roster's address.
	 * @param what what is told
	 */
	@Nullable String recipient(String what) {
		return (what.equals("receipt") && this.typed != null) ? this.typed : this.roster;
	}

}
