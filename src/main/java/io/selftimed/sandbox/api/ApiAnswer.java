package io.selftimed.sandbox.api;

import java.util.Map;

import io.selftimed.sandbox.fault.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer before it is written as JSON or XML.
 *
 * @param status the HTTP status
 * @param root the element around it in XML
 * @param tree what it says
 */
record ApiAnswer(int status, String root, JsonNode tree) {

	private static final JsonMapper JSON = JsonMapper.shared();

	static ApiAnswer of(String root, JsonNode tree) {
		return new ApiAnswer(200, root, tree);
	}

	/** An error in the shape that RunSignup uses most. */
	static ApiAnswer error(CallError error) {
		ObjectNode tree = object();
		tree.putObject("error").put("error_code", error.code()).put("error_msg", error.words());
		return new ApiAnswer(error.status(), "error", tree);
	}

	static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	/** Writes it as RunSignup does. */
	Reply in(Format format) {
		return Reply.of(this.status, format.contentType(), switch (format) {
			case JSON -> JSON.writeValueAsString(this.tree);
			case XML -> xml();
		});
	}

	private String xml() {
		StringBuilder xml = new StringBuilder();
		boolean named = this.tree.isObject() && this.tree.size() == 1 && this.tree.has(this.root);
		write(this.root, named ? this.tree.path(this.root) : this.tree, xml);
		return xml.toString();
	}

	private static void write(String name, JsonNode node, StringBuilder xml) {
		xml.append('<').append(name).append('>');
		if (node.isArray()) {
			node.forEach((item) -> write(one(name), item, xml));
		}
		else if (node.isObject()) {
			for (Map.Entry<String, JsonNode> field : node.properties()) {
				write(field.getKey(), field.getValue(), xml);
			}
		}
		else if (!node.isNull()) {
			xml.append(escaped(node.asString()));
		}
		xml.append("</").append(name).append('>');
	}

	/** One of many: {@code virtual_results} are made of {@code virtual_result}. */
	private static String one(String many) {
		return many.endsWith("s") ? many.substring(0, many.length() - 1) : many + "_item";
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

}
