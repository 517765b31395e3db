package io.selftimed.submission;

/**
 * A submission became what RunSignup should hold for a participant. Published inside the
 * transaction that accepts it, under the participant's lock.
 *
 * @param submissionId our id of the submission
 * @param participantId our id of the participant
 * @param eventId RunSignup's id of the event
 */
public record SubmissionAccepted(long submissionId, long participantId, long eventId) {

}
