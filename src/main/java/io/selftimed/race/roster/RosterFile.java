package io.selftimed.race.roster;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of comma-separated values as spreadsheets write it: UTF-8 or Windows-1252, with
 * commas, semicolons or tabs; the first line holds the headings.
 *
 * @param headings the headings
 * @param lines the lines after that, without empty ones
 */
record RosterFile(List<String> headings, List<Line> lines) {

	/** How many participants a file may hold. */
	static final int MOST_LINES = 50_000;

	private static final int MOST_COLUMNS = 200;

	/**
	 * What a file says, whatever its encoding.
	 * @throws Unreadable if it is no text
	 */
	static String text(byte[] content) throws Unreadable {
		if (content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3) {
			throw new Unreadable("organizer.import.workbook");
		}
		String text = decode(content);
		if (text.indexOf('\0') >= 0) {
			throw new Unreadable("organizer.import.no-text");
		}
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	private static String decode(byte[] content) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
		}
		catch (CharacterCodingException ex) {
			return new String(content, Charset.forName("windows-1252"));
		}
	}

	/**
	 * Reads the lines of a file.
	 * @throws Unreadable if there is nothing to read, or no end of it
	 */
	static RosterFile read(String text) throws Unreadable {
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setDelimiter(delimiter(text))
			.setIgnoreSurroundingSpaces(true)
			.setIgnoreEmptyLines(false)
			.get();
		List<String> headings = new ArrayList<>();
		List<Line> lines = new ArrayList<>();
		long at = 1;
		try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
			for (CSVRecord record : parser) {
				List<String> cells = record.stream().map(String::strip).toList();
				boolean empty = cells.stream().allMatch(String::isEmpty);
				if (headings.isEmpty() && !empty) {
					headings.addAll(cells);
				}
				else if (!empty) {
					lines.add(new Line(at, cells));
				}
				if (lines.size() > MOST_LINES) {
					throw new Unreadable("organizer.import.long", MOST_LINES);
				}
				at = parser.getCurrentLineNumber() + 1;
			}
		}
		catch (UncheckedIOException | IOException ex) {
			throw new Unreadable("organizer.import.quotes", at);
		}
		if (headings.isEmpty() || lines.isEmpty() || headings.size() > MOST_COLUMNS) {
			throw new Unreadable("organizer.import.empty");
		}
		return new RosterFile(headings, lines);
	}

	/** Whatever stands most often in the headings. */
	private static char delimiter(String text) {
		String headings = text.lines().findFirst().orElse("");
		char best = ',';
		for (char candidate : new char[] { ';', '\t' }) {
			if (count(headings, candidate) > count(headings, best)) {
				best = candidate;
			}
		}
		return best;
	}

	private static long count(String text, char wanted) {
		return text.chars().filter((one) -> one == wanted).count();
	}

	/**
	 * A line.
	 *
	 * @param number where it begins in the file, from 1
	 * @param cells its cells
	 */
	record Line(long number, List<String> cells) {

		/** The cell of a column, empty where the line ends before it. */
		String cell(int column) {
			return (column >= 0 && column < this.cells.size()) ? this.cells.get(column) : "";
		}

	}

	/**
	 * A file that cannot be read, and what to do about it.
	 */
	static final class Unreadable extends Exception {

		private static final long serialVersionUID = 1L;

		private final transient List<Object> arguments;

		Unreadable(String message, Object... arguments) {
			super(message);
			this.arguments = List.of(arguments);
		}

		List<Object> arguments() {
			return this.arguments;
		}

	}

}
