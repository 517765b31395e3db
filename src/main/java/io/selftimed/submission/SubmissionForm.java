package io.selftimed.submission;

import org.jspecify.annotations.Nullable;

/**
 * The runner's form, exactly as typed. Field names are fixed.
 *
 * @param bib the bib
 * @param lastName the last name, to show that the bib is the runner's own
 * @param outcome {@code FINISHED}, {@code DNF} or {@code DNS}
 * @param hours hours of the clock time, blank counts as 0 beside a filled box
 * @param minutes minutes, likewise
 * @param seconds seconds with up to one decimal, likewise
 * @param elevationGain elevation gain in {@code elevationUnit}
 * @param elevationUnit {@code m} or {@code ft}
 * @param tally the runner's total so far
 * @param email where to reach the runner, optional
 * @param note a word for the organizers, optional
 * @param identity proof of identity from an e-mail link, hidden
 * @param submissionKey made with the check page: the same key with the same values is the
 * same submission
 */
record SubmissionForm(@Nullable String bib, @Nullable String lastName, @Nullable String outcome, @Nullable String hours,
		@Nullable String minutes, @Nullable String seconds, @Nullable String elevationGain,
		@Nullable String elevationUnit, @Nullable String tally, @Nullable String email, @Nullable String note,
		@Nullable String identity, @Nullable String submissionKey) {

}
