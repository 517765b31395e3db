package io.selftimed.submission;

import org.jspecify.annotations.Nullable;

/**
 * Somebody from the race decided about a submission. Published inside the transaction
 * that writes it.
 *
 * @param submissionId our id of the submission
 * @param participantId our id of the participant
 * @param eventId RunSignup's id of the event
 * @param accepted whether it was accepted, or rejected
 * @param reason what the runner reads, null for nothing
 */
public record ReviewDecided(long submissionId, long participantId, long eventId, boolean accepted,
		@Nullable String reason) {

}
