package io.selftimed.runsignup;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads XML into the tree that the same JSON would make, so that there is one reader for
 * both: an element with elements is an object, one that is repeated an array, any other
 * its text. A document type is passed over unread, and no entity of its own is resolved.
 */
final class XmlTree {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final XMLInputFactory XML = safely(XMLInputFactory.newDefaultFactory());

	private XmlTree() {
	}

	/**
	 * Reads a document.
	 * @param document the text
	 * @param deepest how many elements may stand in each other
	 * @return the content of the root element under its name; empty if it is no XML
	 */
	static Optional<ObjectNode> read(String document, int deepest) {
		try {
			XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(document));
			try {
				return Optional.of(read(reader, deepest));
			}
			finally {
				reader.close();
			}
		}
		// The JDK's reader lets some of the others out on broken documents.
		catch (XMLStreamException | IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException ex) {
			return Optional.empty();
		}
	}

	private static ObjectNode read(XMLStreamReader reader, int deepest) throws XMLStreamException {
		Deque<Element> open = new ArrayDeque<>();
		Element top = new Element("");
		open.push(top);
		while (reader.hasNext()) {
			switch (reader.next()) {
				case XMLStreamConstants.START_ELEMENT -> {
					if (open.size() > deepest) {
						throw new XMLStreamException("too deep");
					}
					open.push(new Element(reader.getLocalName()));
				}
				case XMLStreamConstants.END_ELEMENT -> {
					Element closed = open.pop();
					open.element().add(closed);
				}
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
					open.element().text.append(reader.getText());
				case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity of its own");
				default -> {
				}
			}
		}
		return top.children;
	}

	private static XMLInputFactory safely(XMLInputFactory factory) {
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException("nothing is resolved");
		});
		return factory;
	}

	/**
	 * An element that is not closed yet.
	 */
	private static final class Element {

		private final String name;

		private final StringBuilder text = new StringBuilder();

		private final ObjectNode children = NODES.objectNode();

		Element(String name) {
			this.name = name;
		}

		void add(Element child) {
			JsonNode before = this.children.get(child.name);
			if (before == null) {
				this.children.set(child.name, child.node());
			}
			else if (before instanceof ArrayNode array) {
				array.add(child.node());
			}
			else {
				this.children.set(child.name, NODES.arrayNode().add(before).add(child.node()));
			}
		}

		JsonNode node() {
			return this.children.isEmpty() ? NODES.stringNode(this.text.toString()) : this.children;
		}

	}

}
