package io.selftimed.submission;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What came after a submission, as far as its own receipt may tell: in full what was sent
 * through it, of everything else only that it came and when.
 *
 * @param counting the newest that was accepted since, null if none was
 * @param ownNewest the newest that was sent through this receipt, null if none was
 * @param othersWaiting when the newest was sent that came another way and waits for a
 * person, null if none waits
 */
record Aftermath(@Nullable Later counting, @Nullable Later ownNewest, @Nullable Instant othersWaiting) {

	/** Nothing came after it. */
	static final Aftermath NONE = new Aftermath(null, null, null);

	/**
	 * Reads it from what came later.
	 * @param later what came later, newest first
	 */
	static Aftermath of(List<Later> later) {
		return new Aftermath(later.stream().filter(Later::accepted).findFirst().orElse(null),
				later.stream().filter(Later::throughThis).findFirst().orElse(null),
				later.stream()
					.filter((one) -> one.held() && !one.throughThis())
					.map(Later::at)
					.findFirst()
					.orElse(null));
	}

	/** The newest result that was sent through this receipt, null if there is none. */
	@Nullable Later ownResult() {
		return (this.ownNewest != null && !this.ownNewest.withdrawal()) ? this.ownNewest : null;
	}

	/**
	 * A later submission.
	 *
	 * @param at when it was sent
	 * @param review {@code held}, {@code accepted} or {@code rejected}
	 * @param withdrawal whether it took back what was sent before
	 * @param throughThis whether it came through this receipt
	 * @param token the token of its own receipt; null unless it came through this one
	 */
	record Later(Instant at, String review, boolean withdrawal, boolean throughThis, @Nullable String token) {

		boolean accepted() {
			return this.review.equals("accepted");
		}

		boolean held() {
			return this.review.equals("held");
		}

	}

}
