package io.selftimed.organizer.event;

import java.time.Instant;

/**
 * How an event stands.
 *
 * @param opensAt the first moment that takes results
 * @param closesAt the first moment after
 * @param counts how many submissions are where
 * @param drift how many results are not at RunSignup as sent, counted up to
 * {@link #DRIFT_COUNTED} and one
 */
record EventGlance(Instant opensAt, Instant closesAt, Counts counts, long drift) {

	/** Drift beyond this many is "more". */
	static final long DRIFT_COUNTED = 1000;

	/**
	 * Where its window stands at a moment: {@code upcoming}, {@code open} or
	 * {@code closed}.
	 */
	public String windowAt(Instant moment) {
		if (moment.isBefore(this.opensAt)) {
			return "upcoming";
		}
		return moment.isBefore(this.closesAt) ? "open" : "closed";
	}

	/** Whether nothing is left to be done at RunSignup or here. */
	public boolean isSettled() {
		return this.counts.waiting == 0 && this.counts.held == 0 && this.counts.byHand() == 0 && this.drift == 0;
	}

	/** Whether there is more drift than was counted. */
	public boolean isDriftCut() {
		return this.drift > DRIFT_COUNTED;
	}

	/**
	 * How many submissions of an event are where.
	 *
	 * @param submissions how many were accepted or held at all
	 * @param waiting how many runners' results are on their way
	 * @param received how many RunSignup has
	 * @param refused how many RunSignup refused
	 * @param tooLate how many RunSignup refused after it had stopped taking results
	 * @param held how many wait for a person
	 */
	record Counts(long submissions, long waiting, long received, long refused, long tooLate, long held) {

		/** How many have to be entered at RunSignup by hand. */
		public long byHand() {
			return this.refused + this.tooLate;
		}

	}

}
