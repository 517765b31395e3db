package io.selftimed.submission;

import org.jspecify.annotations.Nullable;

/**
 * What a runner states, checked: nothing in it is against the event's rules.
 *
 * @param who whose result it is
 * @param result how the race went
 * @param email where to reach the runner, null if not given
 * @param note a word for the organizers, null if not given
 */
record Statement(Identified who, Result result, @Nullable String email, @Nullable String note) {

	/** The same, once acceptance has found out or made whose it is. */
	Statement as(long participant) {
		return new Statement(this.who.as(participant), this.result, this.email, this.note);
	}

}
