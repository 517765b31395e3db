package io.selftimed.organizer.detail;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import io.selftimed.organizer.AttemptOutcome;
import io.selftimed.race.ClockTime;
import org.jspecify.annotations.Nullable;

/**
 * One submission with all that belongs to it. Holds personal data: never logged.
 *
 * @param id our id, the reference
 * @param version the review version that a decision has to name
 * @param participantId our id of the runner
 * @param number its number among the runner's
 * @param bib the bib it was sent for, null if unknown
 * @param name the runner's name, null if unknown or erased
 * @param registrationId RunSignup's registration, null if unknown
 * @param outcome how the race ended
 * @param clockTime the time, null unless finished
 * @param distance the event's distance in millimetres, null if each goes their own
 * @param elevation elevation gain as typed, null if none
 * @param tally the tally as typed, null if none
 * @param submittedAt when it was sent
 * @param identityShown how the sender showed to be this runner, a word
 * @param review what people made of it
 * @param heldFor why it waited, words
 * @param doubts what the runner confirmed, words
 * @param email the address the runner left, null if none
 * @param note the runner's note, null if none
 * @param reason why it was rejected, null for nothing
 * @param question what the runner was asked, null for nothing
 * @param answer what the runner answered, null for nothing
 * @param delivery where its delivery stands
 */
record SubmissionDetail(long id, int version, long participantId, int number, @Nullable Long bib, @Nullable String name,
		@Nullable Long registrationId, String outcome, @Nullable ClockTime clockTime, @Nullable Long distance,
		@Nullable String elevation, @Nullable String tally, Instant submittedAt, String identityShown, String review,
		List<String> heldFor, List<String> doubts, @Nullable String email, @Nullable String note,
		@Nullable String reason, @Nullable String question, @Nullable String answer, Delivery delivery) {

	@Override
	public String toString() {
		return "SubmissionDetail[" + this.id + "]";
	}

	public boolean isHeld() {
		return this.review.equals("held");
	}

	public boolean isAccepted() {
		return this.review.equals("accepted");
	}

	public boolean isWithdrawal() {
		return this.outcome.equals("WITHDRAWN");
	}

	/**
	 * Where the delivery of the runner's results stands.
	 *
	 * @param state its state, null without a delivery
	 * @param version its wanted version, 0 without a delivery
	 * @param wanted whether this submission is what RunSignup should hold
	 * @param sent whether any call carried this submission
	 * @param anySent whether any call carried anything of this runner
	 * @param drifting whether RunSignup shows something else than it took
	 * @param other what would count if this submission did not, null for nothing
	 * @param withdrawal what the event sends for a withdrawal
	 * @param byHandAt when it was entered at RunSignup by hand, null if it was not
	 */
	record Delivery(@Nullable String state, int version, boolean wanted, boolean sent, boolean anySent,
			boolean drifting, @Nullable Standing other, String withdrawal, @Nullable Instant byHandAt) {

		/**
		 * What RunSignup holds once this is rejected, where it counts: {@code earlier} or
		 * {@code withdrawal}, {@code choice} between both, or {@code nothing}, as it
		 * never heard of the runner; {@code unchanged} where it does not count.
		 */
		public String rejected() {
			if (!this.wanted) {
				return "unchanged";
			}
			boolean earlier = this.other != null && !this.other.isWithdrawal();
			if (earlier) {
				return this.anySent ? "choice" : "earlier";
			}
			return this.anySent ? "withdrawal" : "nothing";
		}

		public boolean isRefused() {
			return this.wanted && ("refused".equals(this.state) || "too-late".equals(this.state));
		}

		/** Whether RunSignup took it, and shows nothing else as far as is known. */
		public boolean isRepeatable() {
			return this.wanted && !this.drifting && "received".equals(this.state);
		}

		public boolean isResendable() {
			return isRefused() || (this.wanted && this.drifting);
		}

	}

	/**
	 * Another submission that counts, or would.
	 *
	 * @param later whether it was sent later than the one that is looked at
	 * @param outcome how the race ended
	 * @param clockTime the time, null unless finished
	 */
	record Standing(boolean later, String outcome, @Nullable ClockTime clockTime) {

		public boolean isWithdrawal() {
			return this.outcome.equals("WITHDRAWN");
		}

	}

	/**
	 * Something that happened to it.
	 *
	 * @param at when
	 * @param who who did it: an address, or a word
	 * @param organizer whether that is an address
	 * @param what what happened, a word
	 * @param why why, keys of sentences; empty if there is nothing to say
	 * @param words what was written then, such as a reason or a question; null for
	 * nothing, or erased
	 */
	record Happening(Instant at, String who, boolean organizer, String what, List<String> why, @Nullable String words) {

		@Override
		public String toString() {
			return "Happening[" + this.what + "]";
		}

	}

	/**
	 * A call that carried it.
	 *
	 * @param startedAt when it began
	 * @param outcome how it went, a word
	 * @param code RunSignup's code, null for none
	 * @param message RunSignup's words, null for none
	 * @param receivedTs RunSignup's {@code results_received_ts}, null unless received
	 * @param resultSetId the result set it went to, null if not said
	 * @param submittedTimeInMs the time RunSignup read, null if not said
	 * @param elevationInMm the elevation gain RunSignup read in millimetres, null if not
	 * said
	 * @param approvalTs RunSignup's {@code result_approval_ts}, null if not said
	 */
	record Attempt(Instant startedAt, String outcome, @Nullable Integer code, @Nullable String message,
			@Nullable Long receivedTs, @Nullable Long resultSetId, @Nullable Long submittedTimeInMs,
			@Nullable Long elevationInMm, @Nullable Long approvalTs) {

		/** The key of the sentence that says how it went. */
		public String said() {
			return "organizer.attempt." + AttemptOutcome.of(this.outcome).word();
		}

		/** When RunSignup received it, null unless it did. */
		public @Nullable Instant receivedAt() {
			return (this.receivedTs != null) ? Instant.ofEpochSecond(this.receivedTs) : null;
		}

		/** When it was approved at RunSignup by this answer, null if that is not said. */
		public @Nullable Instant approvedAt() {
			return (this.approvalTs != null) ? Instant.ofEpochSecond(this.approvalTs) : null;
		}

		/** The elevation gain RunSignup read in metres, null if not said. */
		public @Nullable BigDecimal elevation() {
			return (this.elevationInMm != null) ? BigDecimal.valueOf(this.elevationInMm, 3).stripTrailingZeros() : null;
		}

	}

	/**
	 * Another submission of the same runner.
	 */
	record Other(long id, int number, String outcome, @Nullable ClockTime clockTime, Instant submittedAt,
			String review) {

	}

}
