package io.selftimed.organizer.deliveries;

import java.time.Instant;

import io.selftimed.organizer.AttemptOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A result that RunSignup does not have.
 *
 * @param submissionId our id of the submission
 * @param participantId our id of the participant
 * @param bib the bib, null if none is known any more
 * @param state the word of its state
 * @param since since when it is stuck: its first failed call since RunSignup took it
 * last, or the moment it became due where it waits longer than that; null while it is not
 * due yet
 * @param tries how many calls failed in a row
 * @param next when it is tried next, null if not by itself
 * @param outcome how the last call went, one word; null before the first
 * @param message what RunSignup said then, null if nothing
 */
record StuckRow(long submissionId, long participantId, @Nullable Long bib, String state, @Nullable Instant since,
		int tries, @Nullable Instant next, @Nullable String outcome, @Nullable String message) {

	private static final int SHOWN = 200;

	/** The key of the sentence that says why, null before the first call. */
	public @Nullable String why() {
		return (this.outcome != null) ? "organizer.attempt." + AttemptOutcome.of(this.outcome).word() : null;
	}

	/** What RunSignup said, cut to what a table can bear. */
	public @Nullable String shownMessage() {
		return (this.message == null || this.message.length() <= SHOWN) ? this.message
				: this.message.substring(0, SHOWN).strip() + "…";
	}

}
