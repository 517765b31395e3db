package io.selftimed.runsignup;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of an answer, read without trusting any of it, JSON or XML whatever it says it
 * is. What is neither is an empty document.
 */
final class AnswerDocument {

	/** How deep a document may nest. */
	static final int DEEPEST = 50;

	private static final int LONGEST_MESSAGE = 500;

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
			.build())
		.build();

	private final JsonNode tree;

	private final Passport passport;

	private AnswerDocument(JsonNode tree, Passport passport) {
		this.tree = tree;
		this.passport = passport;
	}

	/**
	 * Reads a body.
	 * @param body the bytes, as they came or unpacked
	 * @param passport whose secrets must not come back
	 */
	static AnswerDocument of(byte[] body, Passport passport) {
		String text = passport.masked(AnswerBytes.text(body)).strip();
		JsonNode tree = text.startsWith("<") ? xml(text) : json(text);
		return new AnswerDocument(tree, passport);
	}

	private static JsonNode json(String text) {
		try {
			return JSON.readTree(text);
		}
		catch (JacksonException ex) {
			return JSON.missingNode();
		}
	}

	/** The root's name says nothing, unless the root is the error itself. */
	private static JsonNode xml(String text) {
		return XmlTree.read(text, DEEPEST)
			.map((root) -> root.has("error") ? root : root.valueStream().findFirst().orElse(JSON.missingNode()))
			.orElse(JSON.missingNode());
	}

	/** The document as a tree; missing if there is none. */
	JsonNode tree() {
		return this.tree;
	}

	/** A field of the document, as text; numbers too. Empty if it has no value. */
	Optional<String> text(String name) {
		return text(this.tree.path(name));
	}

	/** A field of the document or of an object right in it. */
	Optional<String> textAnywhere(String name) {
		return text(name).or(() -> this.tree.valueStream()
			.map((value) -> text(value.path(name)))
			.flatMap(Optional::stream)
			.findFirst());
	}

	/** The error that it tells, in any of RunSignup's ways. */
	Optional<RemoteError> error() {
		JsonNode error = first(this.tree.path("error"));
		JsonNode detail = first(this.tree.path("details"));
		if (saysNothing(error) && !detail.isObject()) {
			return Optional.empty();
		}
		Integer code = Stream
			.of(error.path("error_code"), error.path("code"), detail.path("code"), detail.path("error_code"),
					this.tree.path("error_code"), error)
			.map(AnswerDocument::number)
			.filter(Objects::nonNull)
			.filter((number) -> number.intValue() == number)
			.map(Long::intValue)
			.findFirst()
			.orElse(null);
		return Optional.of(new RemoteError(code, message(error, detail)));
	}

	private String message(JsonNode error, JsonNode detail) {
		String words = Stream
			.of(error.path("error_msg"), error.path("message"), detail.path("message"), detail.path("error_msg"),
					this.tree.path("error_description"), this.tree.path("error_msg"), error)
			.filter(JsonNode::isString)
			.map((node) -> line(node.stringValue()))
			.filter((line) -> !line.isEmpty())
			.findFirst()
			.orElse("");
		String details = texts(error.path("error_details")).map(AnswerDocument::line)
			.filter((line) -> !line.isEmpty())
			.distinct()
			.collect(Collectors.joining(" "));
		String all = this.passport
			.masked(details.isEmpty() || words.contains(details) ? words : (words + " " + details).strip());
		if (all.isEmpty()) {
			return "an error without a message";
		}
		return (all.length() > LONGEST_MESSAGE) ? all.substring(0, LONGEST_MESSAGE) : all;
	}

	private static Stream<String> texts(JsonNode node) {
		return node.isContainer() ? node.valueStream().flatMap(AnswerDocument::texts) : text(node).stream();
	}

	private static String line(String text) {
		return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
	}

	private static JsonNode first(JsonNode node) {
		return node.isArray() ? node.path(0) : node;
	}

	/**
	 * PHP writes an empty list where there is no error; others write null, false or 0.
	 */
	private static boolean saysNothing(JsonNode error) {
		return error.isMissingNode() || error.isNull() || (error.isBoolean() && !error.booleanValue())
				|| (error.isString() && error.stringValue().isBlank())
				|| (error.isNumber() && Long.valueOf(0).equals(number(error)));
	}

	/** A text or a number as text, empty if there is none. */
	static Optional<String> text(JsonNode node) {
		return (node.isString() || node.isNumber()) ? Optional.of(node.asString().strip()).filter((it) -> !it.isEmpty())
				: Optional.empty();
	}

	/** A whole number, as a number or as text; null if there is none. */
	static @Nullable Long number(JsonNode node) {
		String text = text(node).orElse("");
		try {
			return (text.isEmpty() || text.length() > 20) ? null : (Long) new BigDecimal(text).longValueExact();
		}
		catch (ArithmeticException | NumberFormatException ex) {
			return null;
		}
	}

	/** {@code "T"} or {@code "F"}, in any of their spellings; null if it is neither. */
	static @Nullable Boolean flag(JsonNode node) {
		if (node.isBoolean()) {
			return node.booleanValue();
		}
		return switch (text(node).orElse("").toLowerCase(Locale.ROOT)) {
			case "t", "true", "1" -> Boolean.TRUE;
			case "f", "false", "0" -> Boolean.FALSE;
			default -> null;
		};
	}

	/**
	 * The rows of a list. Its shape differs: a list, one row alone, rows under numbers,
	 * and in XML rows under a name of their own.
	 * @param list what should be a list
	 * @param rowName the name of a row in XML
	 * @return the rows that are objects; null if this is no list
	 */
	static @Nullable List<JsonNode> rows(JsonNode list, String rowName) {
		JsonNode rows = list.has(rowName) ? list.path(rowName) : list;
		if (rows.isArray()) {
			return rows.valueStream().filter(JsonNode::isObject).toList();
		}
		if (rows.isObject()) {
			boolean rowsInIt = !list.has(rowName) && rows.valueStream().allMatch(JsonNode::isObject);
			return rowsInIt ? rows.valueStream().toList() : List.of(rows);
		}
		return (rows.isString() && rows.stringValue().isBlank()) ? List.of() : null;
	}

}
