package io.selftimed.runsignup;

import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A short JSON answer, read without trusting any of it. What is no JSON is an empty
 * document.
 */
final class JsonAnswer {

	private static final int DEEPEST = 50;

	private static final int LONGEST_MESSAGE = 500;

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
			.build())
		.build();

	private final JsonNode document;

	private JsonAnswer(JsonNode document) {
		this.document = document;
	}

	static JsonAnswer of(byte[] body) {
		try {
			return new JsonAnswer(JSON.readTree(body));
		}
		catch (JacksonException ex) {
			return new JsonAnswer(JSON.missingNode());
		}
	}

	/** A field of the document, as text; numbers too. Empty if it has no value. */
	Optional<String> text(String name) {
		return text(this.document.path(name));
	}

	/** A field of the document or of an object right in it. */
	Optional<String> textAnywhere(String name) {
		return text(name).or(() -> this.document.valueStream()
			.map((value) -> text(value.path(name)))
			.flatMap(Optional::stream)
			.findFirst());
	}

	/** A whole number, as number or as text. */
	Optional<Long> number(String name) {
		return text(name).filter((text) -> text.matches("\\d{1,18}")).map(Long::valueOf);
	}

	boolean has(String name) {
		return this.document.has(name);
	}

	/** Whether it tells an error, in any of RunSignup's ways. */
	boolean isError() {
		JsonNode error = this.document.path("error");
		boolean told = error.isObject() || (error.isString() && !error.stringValue().isBlank())
				|| (error.isBoolean() && error.booleanValue());
		return told || this.document.path("details").path(0).isObject();
	}

	/** The error's code, empty if there is none. */
	Optional<Integer> errorCode() {
		JsonNode error = this.document.path("error");
		JsonNode detail = this.document.path("details").path(0);
		return text(error.path("error_code")).or(() -> text(error.path("code")))
			.or(() -> text(detail.path("code")))
			.or(() -> text("error_code"))
			.filter((text) -> text.matches("\\d{1,9}"))
			.map(Integer::valueOf);
	}

	/** The error's words, on one line of 500 characters at most. */
	String errorMessage() {
		JsonNode error = this.document.path("error");
		JsonNode detail = this.document.path("details").path(0);
		String message = text(error.path("error_msg")).or(() -> text(error.path("message")))
			.or(() -> text(detail.path("message")))
			.or(() -> text("error_description"))
			.or(() -> text(error))
			.orElse("an error without a message");
		String line = message.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
		return (line.length() > LONGEST_MESSAGE) ? line.substring(0, LONGEST_MESSAGE) : line;
	}

	private static Optional<String> text(JsonNode node) {
		return (node.isString() || node.isNumber()) ? Optional.of(node.asString().strip()).filter((it) -> !it.isEmpty())
				: Optional.empty();
	}

}
