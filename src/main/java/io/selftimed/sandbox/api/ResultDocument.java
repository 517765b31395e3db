package io.selftimed.sandbox.api;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the document of results, JSON or XML, into the same items. Whatever comes costs
 * little: nothing nests deep, and XML has neither document type nor entities of its own.
 */
final class ResultDocument {

	private static final int DEEPEST = 50;

	/** More than ten thousand items have. */
	private static final int MOST_TOKENS = 200_000;

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(
					StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxTokenCount(MOST_TOKENS).build())
			.build())
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,18})?");

	private static final XMLInputFactory XML = safely(XMLInputFactory.newDefaultFactory());

	private ResultDocument() {
	}

	/**
	 * Reads the items.
	 * @param request the document
	 * @param format in what it is written
	 * @throws CallError if it is no such document
	 */
	static List<JsonNode> items(@Nullable String request, Format format) {
		String document = (request != null) ? request : "";
		return switch (format) {
			case JSON -> json(document);
			case XML -> xml(document);
		};
	}

	private static List<JsonNode> json(String document) {
		try {
			JsonNode items = JSON.readTree(document).path("virtual_results");
			if (items.isArray()) {
				List<JsonNode> all = new ArrayList<>();
				items.forEach(all::add);
				return all;
			}
		}
		catch (JacksonException ex) {
			throw CallError.invalidParameters("request is no JSON.");
		}
		throw CallError.invalidParameters("request has no virtual_results.");
	}

	private static List<JsonNode> xml(String document) {
		try {
			XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(document));
			try {
				return items(reader);
			}
			finally {
				reader.close();
			}
		}
		catch (XMLStreamException ex) {
			throw CallError.invalidParameters("request is no XML.");
		}
	}

	private static List<JsonNode> items(XMLStreamReader reader) throws XMLStreamException {
		List<JsonNode> items = new ArrayList<>();
		Element element = new Element();
		int tokens = 0;
		while (reader.hasNext()) {
			int event = reader.next();
			if (++tokens > MOST_TOKENS || event == XMLStreamConstants.DTD
					|| event == XMLStreamConstants.ENTITY_REFERENCE) {
				throw new XMLStreamException("refused");
			}
			switch (event) {
				case XMLStreamConstants.START_ELEMENT -> element.begin(reader.getLocalName(), items);
				case XMLStreamConstants.END_ELEMENT -> element.end();
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
					element.text(reader.getText());
				default -> {
				}
			}
		}
		return items;
	}

	private static XMLInputFactory safely(XMLInputFactory factory) {
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException("refused");
		});
		return factory;
	}

	/**
	 * Where in the document the reading is: request, virtual_result, field.
	 */
	private static final class Element {

		private final StringBuilder text = new StringBuilder();

		private ObjectNode item = ApiAnswer.object();

		private String field = "";

		private int depth;

		void begin(String name, List<JsonNode> items) throws XMLStreamException {
			this.depth++;
			this.text.setLength(0);
			this.field = name;
			if (this.depth == 2 && name.equals("virtual_result")) {
				this.item = ApiAnswer.object();
				items.add(this.item);
			}
			else if ((this.depth == 1 && !name.equals("request")) || this.depth == 2 || this.depth > 3) {
				throw new XMLStreamException("no document of results");
			}
		}

		void text(String more) {
			this.text.append(more);
		}

		void end() {
			if (this.depth == 3) {
				put(this.field, this.text.toString());
			}
			this.depth--;
		}

		/** XML knows no numbers: what is one is made one, but for times. */
		private void put(String name, String value) {
			if (name.equals("clock_time") || !NUMBER.matcher(value.strip()).matches()) {
				this.item.put(name, value);
			}
			else if (value.contains(".")) {
				this.item.put(name, new BigDecimal(value.strip()));
			}
			else {
				this.item.put(name, Long.parseLong(value.strip()));
			}
		}

	}

}
