package io.selftimed.runsignup;

/**
 * RunSignup's API. Each call needs a lane and is one HTTP exchange with a hard deadline;
 * nothing is repeated here.
 */
public interface RunSignup {

	/**
	 * Posts results: "Post User Submitted Virtual Results",
	 * https://runsignup.com/API/race/:race_id/results/user-results/POST. Posting again
	 * for a registration replaces its result. Never call it inside a transaction.
	 * @param lane the right to this call; stays shut for the grace period if the outcome
	 * is unknown
	 * @param results what to post
	 * @return what came of it; never throws for anything remote
	 */
	UserResultsAnswer postUserResults(Lane lane, UserResults results);

}
