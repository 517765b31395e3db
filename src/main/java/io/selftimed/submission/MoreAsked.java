package io.selftimed.submission;

/**
 * Somebody from the race asks a runner something before deciding. Published inside the
 * transaction that writes it.
 *
 * @param submissionId our id of the submission
 * @param participantId our id of the participant
 * @param eventId RunSignup's id of the event
 * @param question what the runner reads
 */
public record MoreAsked(long submissionId, long participantId, long eventId, String question) {

}
