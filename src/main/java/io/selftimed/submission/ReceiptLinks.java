package io.selftimed.submission;

import java.util.Optional;

/**
 * Leads to receipts by our id of the submission, for those who write to the runner.
 */
public interface ReceiptLinks {

	/**
	 * The path of a receipt. A secret: only for the runner.
	 * @param submissionId our id of the submission
	 * @return such as {@code /receipts/…}, empty if the secret key was lost since
	 */
	Optional<String> path(long submissionId);

}
