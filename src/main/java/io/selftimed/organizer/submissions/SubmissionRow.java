package io.selftimed.organizer.submissions;

import java.time.Instant;
import java.util.List;

import io.selftimed.organizer.AttemptOutcome;
import io.selftimed.race.ClockTime;
import org.jspecify.annotations.Nullable;

/**
 * A submission as organizers list and export it. Holds personal data: never logged.
 *
 * @param id our id, the reference that runners quote
 * @param bib the bib, null if none is known any more
 * @param lastName the last name, null if erased
 * @param outcome how the race ended
 * @param clockTime the time, null unless finished
 * @param elevationGain the elevation gain as typed, null if none
 * @param elevationUnit {@code m} or {@code ft}, null if none
 * @param tally the tally as typed, null if none
 * @param submittedAt when it was submitted
 * @param review what the review said
 * @param state where it stands
 * @param email the address the runner left, null if none
 * @param note the runner's note, null if none
 * @param lastAttempt the last call that carried it, null if none did
 * @param receipt what RunSignup answered when it took it, null if it did not
 * @param doubts the words of the doubts that the runner confirmed
 */
record SubmissionRow(long id, @Nullable Long bib, @Nullable String lastName, String outcome,
		@Nullable ClockTime clockTime, @Nullable String elevationGain, @Nullable String elevationUnit,
		@Nullable String tally, Instant submittedAt, String review, SubmissionState state, @Nullable String email,
		@Nullable String note, @Nullable Attempt lastAttempt, @Nullable RunSignupReceipt receipt, List<String> doubts) {

	private static final int SHOWN = 200;

	@Override
	public String toString() {
		return "SubmissionRow[" + this.id + "]";
	}

	/** Elevation gain as typed, such as {@code 120 m}; null if none. */
	public @Nullable String elevation() {
		return (this.elevationGain != null) ? this.elevationGain + " " + this.elevationUnit : null;
	}

	/** Whether the page says how the last call went. */
	public boolean isOpen() {
		return this.state == SubmissionState.WAITING || this.state == SubmissionState.REFUSED
				|| this.state == SubmissionState.TOO_LATE;
	}

	/** The time that RunSignup stored, if it is not the one that was sent; else null. */
	public @Nullable String storedOtherwise() {
		Long stored = (this.receipt != null) ? this.receipt.submittedTimeInMs() : null;
		if (stored == null || this.clockTime == null || this.clockTime.milliseconds() == stored) {
			return null;
		}
		return ClockTime.isClockTime(stored) ? new ClockTime(stored).toString() : stored + " ms";
	}

	/**
	 * A call that carried the submission.
	 *
	 * @param outcome how it went, one word
	 * @param errorMessage what RunSignup said, null if nothing
	 */
	record Attempt(String outcome, @Nullable String errorMessage) {

		/** The key of the sentence that says how it went. */
		public String message() {
			return "organizer.attempt." + AttemptOutcome.of(this.outcome).word();
		}

		/** What RunSignup said, cut to what a table can bear. */
		public @Nullable String shownMessage() {
			if (this.errorMessage == null || this.errorMessage.length() <= SHOWN) {
				return this.errorMessage;
			}
			int end = Character.isHighSurrogate(this.errorMessage.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
			return this.errorMessage.substring(0, end) + "…";
		}

	}

	/**
	 * What RunSignup answered when it took the submission.
	 *
	 * @param receivedAt its {@code results_received_ts}
	 * @param individualResultSetId the result set it went to, null if not said
	 * @param submittedTimeInMs the time it read, in milliseconds, null if not said
	 */
	record RunSignupReceipt(Instant receivedAt, @Nullable Long individualResultSetId,
			@Nullable Long submittedTimeInMs) {

	}

}
