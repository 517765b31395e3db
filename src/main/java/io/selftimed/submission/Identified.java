package io.selftimed.submission;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Whose result is stated, and how that was shown.
 *
 * @param participantId our id on the roster, null if only the bib is known: acceptance
 * then finds the participant, or makes one
 * @param bib the bib as typed, 0 for a runner on the roster who has none
 * @param shown how the sender showed to be this runner
 * @param holds why a person has to look first, as far as the sender is concerned; empty
 * if nobody has to
 * @param through our id of the submission through whose receipt it came, null if it came
 * another way
 */
record Identified(@Nullable Long participantId, long bib, IdentityShown shown, Set<HoldReason> holds,
		@Nullable Long through) {

	Identified {
		holds = Set.copyOf(holds);
	}

	Identified(@Nullable Long participantId, long bib, IdentityShown shown, Set<HoldReason> holds) {
		this(participantId, bib, shown, holds, null);
	}

	/** The same, once acceptance has found out or made who it is. */
	Identified as(long participant) {
		return new Identified(participant, this.bib, this.shown, this.holds, this.through);
	}

	/** Our id on the roster, where it is known. */
	long participant() {
		return Objects.requireNonNull(this.participantId);
	}

}
