package io.selftimed.runsignup;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what RunSignup answered. The body decides, never the status alone: an error comes
 * with HTTP 200 (recorded exchange), and a proxy in front answers for a call that may
 * have arrived.
 */
final class UserResultsReader {

	private static final int DEEPEST = 50;

	private static final int LONGEST_MESSAGE = 500;

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
			.build())
		.build();

	private UserResultsReader() {
	}

	/**
	 * Reads a complete answer.
	 * @param sent what was sent
	 * @param status the HTTP status
	 * @param retryAfter the header {@code Retry-After}, null if absent
	 * @param body the body, possibly empty
	 * @param now for a {@code Retry-After} that names a moment
	 * @return what came of the call
	 */
	static UserResultsAnswer read(UserResults sent, int status, @Nullable String retryAfter, byte[] body, Instant now) {
		JsonNode document = parse(body);
		if (document != null && document.isObject()) {
			if (hasError(document)) {
				return error(document, status, retryAfter, now);
			}
			if (document.path("virtual_results").isArray()) {
				return new UserResultsAnswer.Received(match(sent, document.path("virtual_results")));
			}
		}
		return withoutWord(status, retryAfter, body.length == 0, now);
	}

	private static @Nullable JsonNode parse(byte[] body) {
		try {
			return JSON.readTree(body);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static boolean hasError(JsonNode document) {
		return !document.path("error").isMissingNode() && !document.path("error").isNull()
				|| (document.path("details").isArray() && !document.path("virtual_results").isArray());
	}

	private static UserResultsAnswer error(JsonNode document, int status, @Nullable String retryAfter, Instant now) {
		JsonNode error = document.path("error");
		JsonNode detail = document.path("details").path(0);
		Integer code = first(integer(error.path("error_code")), integer(detail.path("code")));
		String message = message(error, detail);
		if (status == 429) {
			return new UserResultsAnswer.Throttled(pause(retryAfter, now), message);
		}
		if (code == null) {
			return (status == 401 || status == 403) ? new UserResultsAnswer.CredentialBad(null, message)
					: new UserResultsAnswer.Unavailable(null, message);
		}
		return coded(code, message, retryAfter, now);
	}

	private static UserResultsAnswer coded(int code, String message, @Nullable String retryAfter, Instant now) {
		return switch (code) {
			case 1, 2, 8, 10 -> new UserResultsAnswer.Misspoken(code, message);
			case 4, 5 -> new UserResultsAnswer.Unavailable(code, message);
			case 6, 7, 13, 17 -> new UserResultsAnswer.CredentialBad(code, message);
			case 14 -> new UserResultsAnswer.Throttled(pause(retryAfter, now), message);
			case 201, 223, 301 -> new UserResultsAnswer.SetUpWrongly(code, message);
			default -> new UserResultsAnswer.Refused(code, message);
		};
	}

	private static String message(JsonNode error, JsonNode detail) {
		String message = error.isString() ? error.stringValue()
				: error.path("error_msg").asString(detail.path("message").asString("RunSignup gave no reason."));
		String plain = message.replaceAll("\\p{Cntrl}", " ").strip();
		return (plain.length() <= LONGEST_MESSAGE) ? plain : plain.substring(0, LONGEST_MESSAGE);
	}

	private static UserResultsAnswer withoutWord(int status, @Nullable String retryAfter, boolean empty, Instant now) {
		if (status == 429) {
			return new UserResultsAnswer.Throttled(pause(retryAfter, now), "RunSignup answered HTTP 429.");
		}
		if (status == 502 || status == 504 || status == 524) {
			return new UserResultsAnswer.Unknown("A server in front of RunSignup answered HTTP " + status + ".");
		}
		return new UserResultsAnswer.Unavailable(null, "RunSignup answered HTTP " + status
				+ (empty ? " without a body." : " with a body that is no answer to results."));
	}

	/**
	 * Each answered item belongs to one that was sent; answered twice, the first counts.
	 */
	private static List<Optional<UserResultsAnswer.ReceivedResult>> match(UserResults sent, JsonNode answered) {
		List<UserResultsAnswer.ReceivedResult> left = new ArrayList<>();
		answered.forEach((item) -> left.add(result(item)));
		return sent.results().stream().map((result) -> take(left, result)).toList();
	}

	private static Optional<UserResultsAnswer.ReceivedResult> take(List<UserResultsAnswer.ReceivedResult> left,
			UserResult sent) {
		Optional<UserResultsAnswer.ReceivedResult> found = left.stream()
			.filter((answered) -> answers(answered, sent))
			.findFirst();
		found.ifPresent(left::remove);
		return found;
	}

	private static boolean answers(UserResultsAnswer.ReceivedResult answered, UserResult sent) {
		if (answered.resultsReceivedTs() == null) {
			return false;
		}
		if (sent.registrationId() != null && answered.registrationId() != null) {
			return Objects.equals(answered.registrationId(), sent.registrationId());
		}
		return sent.bib() != null && Objects.equals(answered.bib(), sent.bib());
	}

	private static UserResultsAnswer.ReceivedResult result(JsonNode item) {
		return new UserResultsAnswer.ReceivedResult(number(item.path("registration_id")), number(item.path("bib_num")),
				number(item.path("results_received_ts")), number(item.path("individual_result_set_id")),
				number(item.path("submitted_time_in_ms")), number(item.path("elevation_gain_in_mm")),
				number(item.path("result_approval_ts")));
	}

	/** A number, also where it comes as a string; null for anything else. */
	private static @Nullable Long number(JsonNode node) {
		if (node.isIntegralNumber() && node.canConvertToLong()) {
			return node.longValue();
		}
		if (node.isString() && node.stringValue().strip().matches("-?[0-9]{1,18}")) {
			return Long.valueOf(node.stringValue().strip());
		}
		return null;
	}

	private static @Nullable Integer integer(JsonNode node) {
		Long number = number(node);
		return (number != null && number >= 0 && number <= Integer.MAX_VALUE) ? Integer.valueOf(number.intValue())
				: null;
	}

	private static @Nullable Integer first(@Nullable Integer one, @Nullable Integer other) {
		return (one != null) ? one : other;
	}

	private static @Nullable Duration pause(@Nullable String retryAfter, Instant now) {
		if (retryAfter == null) {
			return null;
		}
		String text = retryAfter.strip();
		if (text.matches("[0-9]{1,6}")) {
			return Duration.ofSeconds(Long.parseLong(text));
		}
		try {
			Instant moment = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
			Duration pause = Duration.between(now, moment);
			return pause.isNegative() ? Duration.ZERO : pause;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
