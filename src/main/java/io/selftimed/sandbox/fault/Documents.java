package io.selftimed.sandbox.fault;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the document of an answer can be wrong. What has no results stays as it is.
 */
final class Documents {

	private static final String TIME = "submitted_time_in_ms";

	private static final String REGISTRATION = "registration_id";

	private Documents() {
	}

	static void dropLast(JsonNode document) {
		ArrayNode results = results(document);
		if (!results.isEmpty()) {
			results.remove(results.size() - 1);
		}
	}

	static void renameFirst(JsonNode document) {
		if (results(document).path(0) instanceof ObjectNode first) {
			first.put(REGISTRATION, first.path(REGISTRATION).asLong() + 1_000_000_000L);
		}
	}

	static void repeatFirst(JsonNode document) {
		ArrayNode results = results(document);
		if (!results.isEmpty()) {
			results.add(results.path(0).deepCopy());
		}
	}

	static void addASecond(JsonNode document) {
		for (JsonNode result : results(document)) {
			if (result instanceof ObjectNode item && item.path(TIME).isNumber()) {
				item.put(TIME, item.path(TIME).asLong() + 1000);
			}
		}
	}

	static void quoteNumbers(JsonNode document) {
		for (JsonNode result : results(document)) {
			if (result instanceof ObjectNode item) {
				for (Map.Entry<String, JsonNode> field : List.copyOf(item.properties())) {
					if (field.getValue().isNumber()) {
						item.put(field.getKey(), field.getValue().asString());
					}
				}
			}
		}
	}

	static void addFields(JsonNode document) {
		for (JsonNode result : results(document)) {
			if (result instanceof ObjectNode item) {
				item.put("result_moon_phase", "waxing").putObject("result_extra").put("depth", 2);
			}
		}
	}

	/** Declared as XML with a document type, if it is XML at all. */
	static Reply declared(Reply answer) {
		return answer.body().startsWith("<")
				? answer.saying("<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n"
						+ "<!DOCTYPE events PUBLIC \"-//RunSignUp//API\" \"/rest/rsu.dtd\">\n" + answer.body())
				: answer;
	}

	private static ArrayNode results(JsonNode document) {
		return (document.path("virtual_results") instanceof ArrayNode results) ? results
				: JsonNodeFactory.instance.arrayNode();
	}

}
