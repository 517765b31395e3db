package io.selftimed.runsignup;

import java.util.Optional;

/**
 * Where a code is redeemed for tokens.
 */
interface CodeEndpoint {

	/**
	 * Redeems a code, with at most two calls after each other in one lane.
	 * @param identity who we are
	 * @param code the code
	 * @param verifier what its challenge was made of
	 * @param returnAddress where the browser came back to
	 * @return what came of it; empty if no lane was free
	 */
	Optional<RefreshAnswer> redeem(OAuthClient.Identity identity, String code, String verifier, String returnAddress);

}
