package io.selftimed.organizer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Whether an event's window, and what is reviewed after it, end before RunSignup stops
 * taking results.
 */
public final class RemoteEnd {

	private static final Duration TIME_TO_REVIEW = Duration.ofDays(1);

	private RemoteEnd() {
	}

	/**
	 * The key of the sentence that warns, whose argument is RunSignup's end; empty if all
	 * fits, or if that end is not known.
	 * @param closes when the form closes
	 * @param reviewed whether anything is reviewed, for which a day is left
	 * @param remote when RunSignup stops taking results, null if unknown
	 */
	public static Optional<String> warning(Instant closes, boolean reviewed, @Nullable Instant remote) {
		if (remote == null) {
			return Optional.empty();
		}
		if (closes.isAfter(remote)) {
			return Optional.of("organizer.rules.means.too-late");
		}
		return (reviewed && closes.plus(TIME_TO_REVIEW).isAfter(remote))
				? Optional.of("organizer.rules.means.review-late") : Optional.empty();
	}

}
