package io.selftimed.submission;

import java.util.Optional;

/**
 * Earlier submissions, for corrections and withdrawals.
 */
interface EarlierSubmissions {

	/**
	 * The submission of a receipt.
	 * @param token the token from the receipt's address
	 */
	Optional<Earlier> byToken(String token);

	/**
	 * The submission of an id.
	 * @param id our id
	 */
	Optional<Earlier> bySubmission(long id);

}
