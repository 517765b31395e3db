package io.selftimed.runsignup;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

import io.selftimed.runsignup.UserResultsAnswer.ReceivedResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges a complete answer: by its body; its status counts only where the body says
 * nothing.
 */
class UserResultsReader {

	private static final int LONGEST_MESSAGE = 500;

	private static final Set<Integer> AFTER_SENDING = Set.of(502, 504, 524);

	private final JsonMapper json = JsonMapper.builder().build();

	private final InstantSource time;

	/**
	 * Creates a reader.
	 * @param time asked only when a {@code Retry-After} names a date
	 */
	UserResultsReader(InstantSource time) {
		this.time = time;
	}

	/**
	 * Judges an answer.
	 * @param sent the results of the call
	 * @param status the HTTP status
	 * @param retryAfter the header {@code Retry-After}, null if there is none
	 * @param body the whole body
	 * @return what came of the call
	 */
	UserResultsAnswer read(List<UserResult> sent, int status, @Nullable String retryAfter, byte[] body) {
		JsonNode document = parse(body);
		Trouble trouble = trouble(document);
		if (trouble == null) {
			JsonNode answered = document.path("virtual_results");
			if (answered.isArray()) {
				List<Optional<ReceivedResult>> items = match(sent, answered);
				if (!AFTER_SENDING.contains(status) || items.stream().anyMatch(Optional::isPresent)) {
					return new UserResultsAnswer.Received(items);
				}
			}
		}
		return failure(status, retryAfter, trouble);
	}

	private UserResultsAnswer failure(int status, @Nullable String retryAfter, @Nullable Trouble trouble) {
		String message = (trouble != null) ? trouble.message() : "HTTP status " + status + " without results";
		if (status == 429) {
			return new UserResultsAnswer.Throttled(retryAfter(retryAfter), message);
		}
		if (AFTER_SENDING.contains(status)) {
			return new UserResultsAnswer.Unknown("HTTP status " + status);
		}
		if (trouble == null || trouble.code() == null) {
			return new UserResultsAnswer.Unavailable(null, message);
		}
		return byCode(trouble.code(), message, retryAfter);
	}

	private UserResultsAnswer byCode(int code, String message, @Nullable String retryAfter) {
		return switch (code) {
			case 1, 2, 8, 10 -> new UserResultsAnswer.Misspoken(code, message);
			case 4, 5 -> new UserResultsAnswer.Unavailable(code, message);
			case 6, 7, 13, 17 -> new UserResultsAnswer.CredentialBad(code, message);
			case 14 -> new UserResultsAnswer.Throttled(retryAfter(retryAfter), message);
			case 201, 223, 301 -> new UserResultsAnswer.SetUpWrongly(code, message);
			default -> new UserResultsAnswer.Refused(code, message);
		};
	}

	private JsonNode parse(byte[] body) {
		try {
			return this.json.readTree(body);
		}
		catch (JacksonException ex) {
			return this.json.missingNode();
		}
	}

	private static @Nullable Trouble trouble(JsonNode document) {
		JsonNode error = document.path("error");
		JsonNode detail = document.path("details").path(0);
		if (absent(error) && absent(detail)) {
			return null;
		}
		Integer code = firstCode(error.path("error_code"), error.path("code"), detail.path("code"),
				detail.path("error_code"), document.path("error_code"));
		return new Trouble(code, firstText(error.path("error_msg"), error.path("message"), detail.path("message"),
				detail.path("error_msg"), error, document.path("error_msg")));
	}

	private static boolean absent(JsonNode node) {
		return node.isMissingNode() || node.isNull() || (node.isBoolean() && !node.booleanValue())
				|| (node.isString() && node.stringValue().isBlank());
	}

	private static @Nullable Integer firstCode(JsonNode... nodes) {
		for (JsonNode node : nodes) {
			Long code = number(node);
			if (code != null && code.intValue() == code) {
				return code.intValue();
			}
		}
		return null;
	}

	private static String firstText(JsonNode... nodes) {
		for (JsonNode node : nodes) {
			if (node.isString() && !node.stringValue().isBlank()) {
				return capped(node.stringValue());
			}
		}
		return "an error without a message";
	}

	private static String capped(String text) {
		String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
		return (line.length() > LONGEST_MESSAGE) ? line.substring(0, LONGEST_MESSAGE) : line;
	}

	private static List<Optional<ReceivedResult>> match(List<UserResult> sent, JsonNode answered) {
		List<ReceivedResult> items = StreamSupport.stream(answered.spliterator(), false)
			.map(UserResultsReader::item)
			.toList();
		return sent.stream()
			.map((result) -> items.stream().filter((item) -> answers(item, result)).findFirst())
			.toList();
	}

	private static boolean answers(ReceivedResult item, UserResult result) {
		if (item.registrationId() != null && result.registrationId() != null) {
			return item.registrationId().equals(result.registrationId());
		}
		return item.bib() != null && item.bib().equals(result.bib());
	}

	private static ReceivedResult item(JsonNode node) {
		return new ReceivedResult(number(node.path("registration_id")), number(node.path("bib_num")),
				number(node.path("results_received_ts")), number(node.path("individual_result_set_id")),
				number(node.path("submitted_time_in_ms")), number(node.path("elevation_gain_in_mm")),
				number(node.path("result_approval_ts")));
	}

	private static @Nullable Long number(JsonNode node) {
		if (!node.isNumber() && !node.isString()) {
			return null;
		}
		String text = node.asString().strip();
		try {
			return (text.length() <= 20) ? (Long) new BigDecimal(text).longValueExact() : null;
		}
		catch (ArithmeticException | NumberFormatException ex) {
			return null;
		}
	}

	private @Nullable Duration retryAfter(@Nullable String header) {
		if (header == null) {
			return null;
		}
		String text = header.strip();
		if (text.matches("\\d{1,9}")) {
			return Duration.ofSeconds(Long.parseLong(text));
		}
		try {
			Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
			Duration wait = Duration.between(this.time.instant(), date);
			return wait.isNegative() ? Duration.ZERO : wait;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * What an answer says went wrong.
	 */
	private record Trouble(@Nullable Integer code, String message) {
	}

}
