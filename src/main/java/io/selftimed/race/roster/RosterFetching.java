package io.selftimed.race.roster;

import java.time.Instant;
import java.time.OffsetDateTime;

import io.selftimed.race.Event;
import org.jspecify.annotations.Nullable;

/**
 * A fetch that is under way, ours as long as the table says so.
 *
 * @param event the event
 * @param began when it began
 * @param changesSince only who changed then or later is asked for, null for everybody
 */
record RosterFetching(Event event, OffsetDateTime began, @Nullable Instant changesSince) {

	/** Whether everybody is asked for. */
	boolean isWhole() {
		return this.changesSince == null;
	}

}
