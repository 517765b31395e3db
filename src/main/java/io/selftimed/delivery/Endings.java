package io.selftimed.delivery;

import java.util.Optional;

import io.selftimed.runsignup.UserResultsAnswer;

/**
 * Reads the answer of a call for each result that travelled in it.
 */
final class Endings {

	private Endings() {
	}

	/**
	 * What an answer means for one result.
	 * @param answer the answer of the whole call
	 * @param index the place of the result in the call, from 0
	 * @param size how many results travelled
	 * @return the ending
	 */
	static Ending of(UserResultsAnswer answer, int index, int size) {
		return switch (answer) {
			case UserResultsAnswer.Received(var items) -> received(items.get(index));
			case UserResultsAnswer.Refused(int code, String message) ->
				new Ending.Refused(code, message, size, "refused");
			case UserResultsAnswer.CredentialBad(Integer code, String message) ->
				new Ending.Returned("credential", code, message);
			case UserResultsAnswer.SetUpWrongly(int code, String message) ->
				new Ending.Returned("set-up", code, message);
			case UserResultsAnswer.Misspoken(int code, String message) ->
				new Ending.Returned("misspoken", code, message);
			case UserResultsAnswer.Throttled(var retryAfter, String message) ->
				new Ending.Returned("throttled", null, message);
			case UserResultsAnswer.Unavailable(Integer code, String message) ->
				new Ending.TriedAgain("unavailable", code, message);
			case UserResultsAnswer.NeverSent(String message) -> new Ending.TriedAgain("never-sent", null, message);
			case UserResultsAnswer.Unknown(String message) -> new Ending.Unknown(message);
		};
	}

	private static Ending received(Optional<UserResultsAnswer.ReceivedResult> item) {
		return item.<Ending>map(Ending.Received::new)
			.orElseGet(() -> new Ending.TriedAgain("unanswered", null, "RunSignup did not answer for this result."));
	}

}
