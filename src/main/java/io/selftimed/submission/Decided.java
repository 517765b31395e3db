package io.selftimed.submission;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What came of a decision.
 */
public sealed interface Decided {

	/** It is done. */
	record Done() implements Decided {
	}

	/**
	 * Somebody else was faster; nothing was changed.
	 *
	 * @param review what the submission is now: {@code held}, {@code accepted} or
	 * {@code rejected}
	 * @param by our id of the organizer who decided, null if a runner did
	 * @param at when, null if unknown
	 */
	record Meanwhile(String review, @Nullable Long by, @Nullable Instant at) implements Decided {
	}

	/** It was sent already, so that it cannot be undone, only rejected. */
	record SentAlready() implements Decided {
	}

	/** It is no submission of this event, or not one that this can be decided of. */
	record NotPossible() implements Decided {
	}

}
