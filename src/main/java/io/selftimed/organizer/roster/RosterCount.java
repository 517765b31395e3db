package io.selftimed.organizer.roster;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How many are in each part of a roster.
 *
 * @param parts how many, by the word of the part; each part is there
 * @param countedAt when a large roster was counted, null for one that was counted just
 * now
 */
public record RosterCount(Map<String, Long> parts, @Nullable Instant countedAt) {

	/** Everybody. */
	public long everybody() {
		return of(RosterView.ALL);
	}

	/** How many have no bib and cannot send a result. */
	public long withoutBib() {
		return of(RosterView.NO_BIB);
	}

	/** How many could have sent a result and have not. */
	public long withoutResult() {
		return of(RosterView.NO_RESULT);
	}

	private long of(RosterView view) {
		return this.parts.getOrDefault(view.word(), 0L);
	}

}
