package io.selftimed.submission;

import java.time.Instant;
import java.util.Set;

import io.selftimed.race.Event;
import org.jspecify.annotations.Nullable;

/**
 * An earlier submission, for whoever corrects it or takes it back through its receipt.
 * Holds personal data: never logged.
 *
 * @param id our id
 * @param event the event
 * @param participantId our id of the runner it was accepted for
 * @param number its number among the runner's
 * @param bib the bib it was sent for
 * @param bibNow the bib that the runner has now
 * @param result how the race went
 * @param email the address it came with, null if none
 * @param note the note it came with, null if none
 * @param submittedAt when it was sent
 * @param standing what became of it
 * @param heldFor why it waited for a person, empty if it did not
 */
record Earlier(long id, Event event, long participantId, int number, long bib, long bibNow, Result result,
		@Nullable String email, @Nullable String note, Instant submittedAt, Standing standing,
		Set<HoldReason> heldFor) {

	@Override
	public String toString() {
		return "Earlier[" + this.id + "]";
	}

	/**
	 * Why a person has to look first at what comes through its receipt. A receipt is
	 * worth what its submission was: before a person accepted it, whoever sent it is in
	 * doubt. Whether another result stands is asked anew.
	 */
	Set<HoldReason> doubtsOfSender() {
		return switch (this.standing) {
			case STANDS, OVERTAKEN -> Set.of();
			case HELD, REJECTED -> HoldReason.without(this.heldFor, HoldReason.STRANGER);
		};
	}

	/**
	 * What became of a submission.
	 */
	enum Standing {

		/** It counts. */
		STANDS,
		/** It was accepted, and something newer counts. */
		OVERTAKEN,
		/** It waits for a person. */
		HELD,
		/** A person rejected it. */
		REJECTED

	}

}
