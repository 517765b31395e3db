package io.selftimed.submission;

/**
 * A result was sent for a runner whose earlier one stands, by somebody who came neither
 * through its receipt nor by a link that was e-mailed. Published inside the transaction
 * that writes it, so that whoever sent the earlier one can be told.
 *
 * @param participantId our id of the participant
 * @param earlierSubmissionId our id of the submission that stood
 * @param laterSubmissionId our id of the one that was sent
 * @param held whether the earlier one still stands and the later waits for a person
 */
public record OthersCorrection(long participantId, long earlierSubmissionId, long laterSubmissionId, boolean held) {

}
