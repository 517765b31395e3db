package io.selftimed.runsignup;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the document that carries results, with its fields in RunSignup's order.
 */
class UserResultsDocument {

	private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

	private final JsonMapper json = JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

	private final Format format;

	/**
	 * Creates a writer.
	 * @param format in what to write
	 */
	UserResultsDocument(Format format) {
		this.format = format;
	}

	/**
	 * Writes results.
	 * @param results the results, in the order to send them
	 * @return the document
	 */
	String write(List<UserResult> results) {
		List<Map<String, @Nullable Object>> items = results.stream().map(UserResultsDocument::item).toList();
		return switch (this.format) {
			case JSON -> this.json.writeValueAsString(Map.of("virtual_results", items));
			case XML -> xml(items);
		};
	}

	/** Writes one result alone as JSON. */
	String writeOne(UserResult result) {
		return this.json.writeValueAsString(item(result));
	}

	/** In XML a tally that is cleared is an empty element. */
	private static String xml(List<Map<String, @Nullable Object>> items) {
		StringWriter document = new StringWriter();
		try {
			XMLStreamWriter xml = XML.createXMLStreamWriter(document);
			xml.writeStartElement("request");
			for (Map<String, @Nullable Object> item : items) {
				xml.writeStartElement("virtual_result");
				for (Map.Entry<String, @Nullable Object> field : item.entrySet()) {
					write(xml, field.getKey(), field.getValue());
				}
				xml.writeEndElement();
			}
			xml.writeEndElement();
			xml.close();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("results could not be written as XML", ex);
		}
		return document.toString();
	}

	private static void write(XMLStreamWriter xml, String name, @Nullable Object value) throws XMLStreamException {
		xml.writeStartElement(name);
		xml.writeCharacters((value instanceof BigDecimal number) ? number.toPlainString()
				: (value != null) ? value.toString() : "");
		xml.writeEndElement();
	}

	private static Map<String, @Nullable Object> item(UserResult result) {
		Map<String, @Nullable Object> item = new LinkedHashMap<>();
		putIfKnown(item, "bib_num", result.bib());
		item.put("clock_time", clockTime(result.time()));
		switch (result.tally()) {
			case UserResult.Tally.Unchanged() -> {
			}
			case UserResult.Tally.Cleared() -> item.put("tally_value", null);
			case UserResult.Tally.Set(BigDecimal value) -> item.put("tally_value", value);
		}
		putIfKnown(item, "registration_id", result.registrationId());
		putIfKnown(item, "elevation_gain_in_mm", result.elevationGainInMillimetres());
		return item;
	}

	private static void putIfKnown(Map<String, @Nullable Object> item, String name, @Nullable Long value) {
		if (value != null) {
			item.put(name, value);
		}
	}

	private static String clockTime(UserResult.Time time) {
		return switch (time) {
			case UserResult.Time.Code code -> code.name();
			case UserResult.Time.Clock(long milliseconds) ->
				String.format(Locale.ROOT, "%02d:%02d:%02d.%d", milliseconds / 3_600_000, milliseconds / 60_000 % 60,
						milliseconds / 1000 % 60, milliseconds / 100 % 10);
		};
	}

}
