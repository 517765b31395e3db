package io.selftimed.runsignup;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import io.selftimed.runsignup.UserResultsAnswer.ReceivedResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Judges a whole answer to results: by its body; its status counts only where the body
 * says nothing.
 */
class UserResultsReader {

	private final RetryAfter retryAfter;

	/**
	 * Creates a reader.
	 * @param time asked only when a {@code Retry-After} names a date
	 */
	UserResultsReader(InstantSource time) {
		this.retryAfter = new RetryAfter(time);
	}

	/**
	 * Judges an answer.
	 * @param sent the results of the call
	 * @param answer the answer
	 * @return what came of the call
	 */
	UserResultsAnswer read(List<UserResult> sent, Reply.Whole answer) {
		RemoteError error = answer.document().error().orElse(null);
		List<JsonNode> rows = AnswerDocument.rows(answer.document().tree().path("virtual_results"), "virtual_result");
		if (error == null && rows != null) {
			List<Optional<ReceivedResult>> items = match(sent, rows);
			if (!answer.leavesOpen() || items.stream().anyMatch(Optional::isPresent)) {
				return new UserResultsAnswer.Received(items);
			}
		}
		return failure(answer, error);
	}

	private UserResultsAnswer failure(Reply.Whole answer, @Nullable RemoteError error) {
		int status = answer.status();
		String message = (error != null) ? error.message() : "HTTP status " + status + " without results";
		if (status == 429) {
			return new UserResultsAnswer.Throttled(this.retryAfter.wait(answer.retryAfter()), message);
		}
		if (answer.leavesOpen()) {
			return new UserResultsAnswer.Unknown("HTTP status " + status);
		}
		if (error == null) {
			return new UserResultsAnswer.Unavailable(null, message);
		}
		if (error.code() == null) {
			return (status == 401) ? new UserResultsAnswer.CredentialBad(null, message)
					: new UserResultsAnswer.Unavailable(null, message);
		}
		return byCode(error.code(), error, answer);
	}

	private UserResultsAnswer byCode(int code, RemoteError error, Reply.Whole answer) {
		String message = error.message();
		return switch (error.meaning()) {
			case MISSPOKEN -> new UserResultsAnswer.Misspoken(code, message);
			case UNAVAILABLE -> new UserResultsAnswer.Unavailable(code, message);
			case CREDENTIAL_BAD -> new UserResultsAnswer.CredentialBad(code, message);
			case THROTTLED -> new UserResultsAnswer.Throttled(this.retryAfter.wait(answer.retryAfter()), message);
			case SET_UP_WRONGLY -> new UserResultsAnswer.SetUpWrongly(code, message);
			case REFUSED -> new UserResultsAnswer.Refused(code, message);
		};
	}

	private static List<Optional<ReceivedResult>> match(List<UserResult> sent, List<JsonNode> rows) {
		List<ReceivedResult> items = rows.stream().map(UserResultsReader::item).toList();
		return sent.stream().map((result) -> match(result, items)).toList();
	}

	/**
	 * What was answered for a result. If it was answered twice, the answer with another
	 * time than was sent counts: a doubt is shown, not hidden.
	 */
	private static Optional<ReceivedResult> match(UserResult result, List<ReceivedResult> items) {
		List<ReceivedResult> answers = items.stream().filter((item) -> answers(item, result)).toList();
		return answers.stream().filter(result::differs).findFirst().or(() -> answers.stream().findFirst());
	}

	private static boolean answers(ReceivedResult item, UserResult result) {
		if (item.registrationId() != null && result.registrationId() != null) {
			return item.registrationId().equals(result.registrationId());
		}
		return item.bib() != null && item.bib().equals(result.bib());
	}

	private static ReceivedResult item(JsonNode row) {
		return new ReceivedResult(number(row, "registration_id"), number(row, "bib_num"),
				seconds(row, "results_received_ts"), number(row, "individual_result_set_id"),
				number(row, "submitted_time_in_ms"), number(row, "elevation_gain_in_mm"),
				seconds(row, "result_approval_ts"));
	}

	/** Seconds since 1970 up to the year 9999; anything else is no time. */
	private static @Nullable Long seconds(JsonNode row, String name) {
		Long seconds = number(row, name);
		return (RemoteTimes.instant(seconds) != null) ? seconds : null;
	}

	private static @Nullable Long number(JsonNode row, String name) {
		return AnswerDocument.number(row.path(name));
	}

}
