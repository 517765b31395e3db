package io.selftimed.organizer.deliveries;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far the comparison of an event with RunSignup has come, as organizers read it.
 *
 * @param underWay whether one was asked for or is being made
 * @param comparedAt when everything was compared last, null if never
 * @param endedAt when the last one ended, null before the first
 * @param outcome how it ended, one word; null before the first
 */
record RemoteComparison(boolean underWay, @Nullable Instant comparedAt, @Nullable Instant endedAt,
		@Nullable String outcome) {

	static final RemoteComparison NEVER = new RemoteComparison(false, null, null, null);

	/** When the last try failed, null if it did not. */
	public @Nullable Instant failedAt() {
		return (this.outcome == null || this.outcome.equals("whole")) ? null : this.endedAt;
	}

}
