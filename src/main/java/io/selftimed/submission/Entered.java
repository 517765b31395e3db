package io.selftimed.submission;

/**
 * A submission was written down. Published inside the transaction that does it.
 *
 * @param submissionId our id of the submission
 * @param withdrawal whether it takes a result back
 */
public record Entered(long submissionId, boolean withdrawal) {

}
