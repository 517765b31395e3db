package io.selftimed.runsignup;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

import io.selftimed.runsignup.ReadAnswer.Found;
import io.selftimed.runsignup.ReadAnswer.NotFound;
import io.selftimed.runsignup.ReadAnswer.Why;
import tools.jackson.databind.JsonNode;

/**
 * Judges an answer to a read: by its body.
 */
class ReadReader {

	private final RetryAfter retryAfter;

	ReadReader(InstantSource time) {
		this.retryAfter = new RetryAfter(time);
	}

	/**
	 * Judges an answer.
	 * @param reply what came
	 * @param content reads the content of a document; empty if it is not there
	 */
	<T> ReadAnswer<T> read(Reply reply, Function<JsonNode, Optional<T>> content) {
		return switch (reply) {
			case Reply.Whole whole -> read(whole, content);
			case Reply.TooLarge(String why) -> unavailable(why);
			case Reply.NotMade(String why) -> unavailable(why);
			case Reply.Lost(String why) -> unavailable(why);
		};
	}

	private <T> ReadAnswer<T> read(Reply.Whole answer, Function<JsonNode, Optional<T>> content) {
		Optional<RemoteError> error = answer.document().error();
		if (error.isPresent()) {
			return refused(answer, error.get());
		}
		return content.apply(answer.document().tree()).<ReadAnswer<T>>map(Found::new).orElseGet(() -> without(answer));
	}

	private <T> ReadAnswer<T> refused(Reply.Whole answer, RemoteError error) {
		Why why = (error.code() == null && answer.status() == 401) ? Why.CREDENTIAL_BAD : why(error);
		if (answer.status() == 429) {
			why = Why.THROTTLED;
		}
		Duration wait = (why == Why.THROTTLED) ? this.retryAfter.wait(answer.retryAfter()) : null;
		return new NotFound<>(why, error.code(), wait, error.message());
	}

	private static Why why(RemoteError error) {
		return switch (error.meaning()) {
			case MISSPOKEN -> Why.MISSPOKEN;
			case UNAVAILABLE -> Why.UNAVAILABLE;
			case CREDENTIAL_BAD -> Why.CREDENTIAL_BAD;
			case THROTTLED -> Why.THROTTLED;
			case SET_UP_WRONGLY -> Why.SET_UP_WRONGLY;
			case REFUSED -> Why.REFUSED;
		};
	}

	private <T> ReadAnswer<T> without(Reply.Whole answer) {
		String message = "HTTP status " + answer.status() + " without what was asked for";
		if (answer.status() == 429) {
			return new NotFound<>(Why.THROTTLED, null, this.retryAfter.wait(answer.retryAfter()), message);
		}
		return unavailable(message);
	}

	/** Nothing can be read for now. */
	static <T> ReadAnswer<T> unavailable(String message) {
		return new NotFound<>(Why.UNAVAILABLE, null, null, message);
	}

	/** Nothing can be read with this credential. */
	static <T> ReadAnswer<T> credentialBad(String message) {
		return new NotFound<>(Why.CREDENTIAL_BAD, null, null, message);
	}

}
