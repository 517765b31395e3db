package io.selftimed.delivery;

import java.time.Duration;
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
	 * @param throttleWait how long to wait when RunSignup does not say
	 * @return the ending
	 */
	static Ending of(UserResultsAnswer answer, int index, int size, Duration throttleWait) {
		return switch (answer) {
			case UserResultsAnswer.Received(var items) -> received(items.get(index));
			case UserResultsAnswer.Refused(int code, String message) ->
				new Ending.Refused(code, message, size, "refused");
			case UserResultsAnswer.CredentialBad(Integer code, String message) ->
				new Ending.TriedAgain("credential", code, message, null);
			case UserResultsAnswer.SetUpWrongly(int code, String message) ->
				new Ending.TriedAgain("set-up", code, message, null);
			case UserResultsAnswer.Misspoken(int code, String message) ->
				new Ending.TriedAgain("misspoken", code, message, null);
			case UserResultsAnswer.Throttled(Duration retryAfter, String message) ->
				new Ending.TriedAgain("throttled", null, message, (retryAfter != null) ? retryAfter : throttleWait);
			case UserResultsAnswer.Unavailable(Integer code, String message) ->
				new Ending.TriedAgain("unavailable", code, message, null);
			case UserResultsAnswer.NeverSent(String message) ->
				new Ending.TriedAgain("never-sent", null, message, null);
			case UserResultsAnswer.Unknown(String message) -> new Ending.Unknown(message);
		};
	}

	private static Ending received(Optional<UserResultsAnswer.ReceivedResult> item) {
		return item.<Ending>map(Ending.Received::new)
			.orElseGet(
					() -> new Ending.TriedAgain("unanswered", null, "RunSignup did not answer for this result.", null));
	}

}
