package io.selftimed.delivery;

import java.util.List;

import io.selftimed.runsignup.RemoteResult;
import org.jspecify.annotations.Nullable;

/**
 * A result that RunSignup took, and what a listing of its results says of it.
 *
 * @param participantId our id of the participant
 * @param version the version that was delivered and is still wanted
 * @param sentMilliseconds the time that was sent, null for DNF and the like: of them no
 * time is compared
 * @param seen whether RunSignup has shown it since it was delivered
 * @param seenNow whether the listing that is being read has shown it already
 */
record Standing(long participantId, int version, @Nullable Long sentMilliseconds, boolean seen, boolean seenNow) {

	/**
	 * What the rows for one runner say of it. Of several the one that is as it was sent
	 * counts: the others may be somebody else's, and so nothing is said of their times.
	 * @param rows what RunSignup shows of that runner, at least one row
	 */
	Finding compare(List<RemoteResult> rows) {
		Long sent = this.sentMilliseconds;
		if (sent == null) {
			return new Finding.Shown();
		}
		if (rows.stream().anyMatch((row) -> row.milliseconds() != null && !row.differs(sent))) {
			return new Finding.AsSent();
		}
		Long shown = rows.getFirst().milliseconds();
		return (shown == null || rows.size() > 1 || this.seenNow) ? new Finding.Shown() : new Finding.Differs(shown);
	}

	/**
	 * Whether it is missing if a whole listing did not show it. What a director may not
	 * have approved yet is not missed, unless it was there before. Nor is a DNF or the
	 * like: it is not known whether RunSignup lists them.
	 * @param approvalNotNeeded whether RunSignup says that nobody must approve results
	 */
	boolean isMissedIfAbsent(boolean approvalNotNeeded) {
		return this.seen || (approvalNotNeeded && this.sentMilliseconds != null);
	}

	/**
	 * What RunSignup shows of it.
	 */
	sealed interface Finding {

		/** RunSignup shows what was sent. */
		record AsSent() implements Finding {
		}

		/**
		 * RunSignup shows another time.
		 *
		 * @param milliseconds that time
		 */
		record Differs(long milliseconds) implements Finding {
		}

		/** It is there, and nothing can be said of its time. */
		record Shown() implements Finding {
		}

	}

}
