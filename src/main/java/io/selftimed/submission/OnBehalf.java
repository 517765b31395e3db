package io.selftimed.submission;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Enters what an organizer states for a runner: before the event opens and after it
 * closed too, and past review, as a person has looked.
 */
public interface OnBehalf {

	/**
	 * Enters a result, or that it is withdrawn.
	 * @param eventId RunSignup's id of the event
	 * @param typed what was typed
	 * @param organizerId our id of the organizer
	 * @return what came of it
	 */
	Entry enter(long eventId, Typed typed, long organizerId);

	/**
	 * What an organizer typed, as a runner's form has it.
	 *
	 * @param bib the bib
	 * @param outcome {@code FINISHED}, {@code DNF}, {@code DNS}, {@code DQ}, {@code DNQ}
	 * or {@code WITHDRAWN}
	 * @param hours hours, or a whole time
	 * @param minutes minutes
	 * @param seconds seconds with tenths
	 * @param elevationGain elevation gain in {@code elevationUnit}
	 * @param elevationUnit {@code m} or {@code ft}
	 * @param tally the runner's total so far
	 * @param note why, for those who look later
	 * @param unknownBib {@code true} if the bib is right though nobody on the roster has
	 * it
	 * @param participant our id of the runner, blank where the bib says who it is
	 * @param sure what {@link Entry.Doubted} asked about, so that it was read
	 */
	record Typed(@Nullable String bib, @Nullable String outcome, @Nullable String hours, @Nullable String minutes,
			@Nullable String seconds, @Nullable String elevationGain, @Nullable String elevationUnit,
			@Nullable String tally, @Nullable String note, @Nullable String unknownBib, @Nullable String participant,
			@Nullable String sure) {

	}

	/**
	 * What came of it.
	 */
	sealed interface Entry {

		/** It is accepted, and delivered like any other. */
		record Taken(long submissionId) implements Entry {
		}

		/**
		 * Nothing is against it, and something may be wrong with it.
		 *
		 * @param doubts what, a sentence each; never empty
		 * @param sure what says that exactly these were read
		 */
		record Doubted(List<String> doubts, String sure) implements Entry {
		}

		/** It is not, for these reasons, a sentence for each field. */
		record Refused(List<Reason> reasons) implements Entry {
		}

	}

	/**
	 * Why it is not taken.
	 *
	 * @param field the field to mend
	 * @param text what to do about it
	 */
	record Reason(String field, String text) {

	}

}
