package io.selftimed.organizer.submissions;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Where a submission stands, in one word for organizers.
 */
enum SubmissionState {

	/** Waits for a person. */
	HELD,
	/** A person rejected it. */
	REJECTED,
	/** The runner took the result back, and RunSignup never heard of it. */
	WITHDRAWN,
	/** A newer one of the same runner counts. */
	SUPERSEDED,
	/** On its way to RunSignup. */
	WAITING,
	/** RunSignup has it. */
	RECEIVED,
	/** RunSignup refused it. */
	REFUSED,
	/** RunSignup refused it after it had stopped taking results. */
	TOO_LATE;

	/**
	 * The state of a submission.
	 * @param review what the review said: {@code held}, {@code accepted} or
	 * {@code rejected}
	 * @param wanted whether it is what RunSignup should hold
	 * @param delivery the delivery's state, null without a delivery
	 */
	static SubmissionState of(String review, boolean wanted, @Nullable String delivery) {
		if (!review.equals("accepted")) {
			return review.equals("held") ? HELD : REJECTED;
		}
		return (wanted && delivery != null) ? valueOf(delivery.toUpperCase(Locale.ROOT).replace('-', '_')) : SUPERSEDED;
	}

	/** The word in files, in message keys and for style sheets. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
