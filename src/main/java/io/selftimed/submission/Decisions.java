package io.selftimed.submission;

/**
 * Decides about submissions, under the participant's lock, so that decisions and
 * corrections never cross.
 */
public interface Decisions {

	/**
	 * Decides about a submission.
	 * @param eventId RunSignup's id of the event it has to belong to
	 * @param submissionId our id of the submission
	 * @param seenVersion the review version that the organizer saw
	 * @param organizerId our id of the organizer
	 * @param ruling what the organizer makes of it
	 * @return what came of it
	 */
	Decided decide(long eventId, long submissionId, int seenVersion, long organizerId, Ruling ruling);

}
