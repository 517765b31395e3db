package io.selftimed.submission;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Whose result is stated, and how that was shown.
 *
 * @param participantId our id on the roster, null if only the bib is known: acceptance
 * then finds the participant, or makes one
 * @param bib the bib as typed
 * @param shown how the sender showed to be this runner
 * @param holds why a person has to look first, as far as the sender is concerned; empty
 * if nobody has to
 */
record Identified(@Nullable Long participantId, long bib, IdentityShown shown, Set<HoldReason> holds) {

	Identified {
		holds = Set.copyOf(holds);
	}

}
