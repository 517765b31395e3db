package io.selftimed.organizer.roster;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far the fetch of a roster from RunSignup is, as organizers read it.
 *
 * @param scheduled whether it is fetched by itself while the event is open
 * @param underWay whether one was asked for or is being made
 * @param rows how many rows the last one read so far
 * @param added how many were new
 * @param changed how many were otherwise
 * @param gone how many RunSignup has no more
 * @param outcome how the last one ended, one word; null before the first
 * @param endedAt when it ended, null before the first
 * @param wholeAt when everybody was read last, null if never
 */
record RosterState(boolean scheduled, boolean underWay, int rows, int added, int changed, int gone,
		@Nullable String outcome, @Nullable Instant endedAt, @Nullable Instant wholeAt) {

	static final RosterState NEVER = new RosterState(false, false, 0, 0, 0, 0, null, null, null);

	/** Whether the last one read what it should. */
	public boolean isRead() {
		return this.outcome != null && (this.outcome.equals("whole") || this.outcome.equals("changes"));
	}

}
