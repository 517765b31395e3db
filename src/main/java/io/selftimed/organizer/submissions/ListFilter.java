package io.selftimed.organizer.submissions;

import java.time.Instant;

import io.selftimed.organizer.NameKey;
import io.selftimed.race.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Which submissions are listed, and in which order. What is null filters nothing.
 *
 * @param number a bib or a reference
 * @param name the beginning of a {@link NameKey}
 * @param state where they stand
 * @param counting whether only what counts for its runner now
 * @param outcome how the race ended
 * @param doubt the word of a doubt, or {@code any}
 * @param timeFrom the shortest time in milliseconds
 * @param timeTo the time in milliseconds that all are under
 * @param since the first moment of sending
 * @param until the first moment after
 * @param order their order
 */
record ListFilter(@Nullable Long number, @Nullable String name, @Nullable SubmissionState state, boolean counting,
		@Nullable Outcome outcome, @Nullable String doubt, @Nullable Long timeFrom, @Nullable Long timeTo,
		@Nullable Instant since, @Nullable Instant until, ListOrder order) {

	static final ListFilter NONE = new ListFilter(null, null, null, false, null, null, null, null, null, null,
			ListOrder.NEWEST);

	ListFilter in(ListOrder other) {
		return new ListFilter(this.number, this.name, this.state, this.counting, this.outcome, this.doubt,
				this.timeFrom, this.timeTo, this.since, this.until, other);
	}

	boolean hasTimes() {
		return this.timeFrom != null || this.timeTo != null;
	}

	boolean hasMoments() {
		return this.since != null || this.until != null;
	}

}
