package io.selftimed.organizer.deliveries;

import java.time.Instant;

import io.selftimed.race.ClockTime;
import org.jspecify.annotations.Nullable;

/**
 * A result that RunSignup does not show as it was sent.
 *
 * @param participantId our id of the participant
 * @param submissionId our id of the submission that was sent
 * @param bib the bib, null if none is known any more
 * @param outcome how the race ended
 * @param sent the time that was sent, null unless finished
 * @param drift {@code differs} or {@code missing}
 * @param shownMilliseconds the time that RunSignup shows, null if it shows none
 * @param since since when that is known
 */
record DriftRow(long participantId, long submissionId, @Nullable Long bib, String outcome, @Nullable ClockTime sent,
		String drift, @Nullable Long shownMilliseconds, Instant since) {

	/** The time that RunSignup shows, as it reads; null if it shows none. */
	public @Nullable String shown() {
		if (this.shownMilliseconds == null) {
			return null;
		}
		return ClockTime.isClockTime(this.shownMilliseconds) ? new ClockTime(this.shownMilliseconds).toString()
				: this.shownMilliseconds + " ms";
	}

}
