package io.selftimed.race.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads who stands in a file, and says of each line that cannot be taken what to mend.
 */
final class RosterReading {

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

	private static final Pattern REGISTRATION = Pattern.compile("[0-9]{1,18}");

	private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+");

	private static final int NAME = 100;

	private static final int ADDRESS = 254;

	private final RosterColumns columns;

	private final List<LineProblem> problems = new ArrayList<>();

	private final List<RosterEntry> entries = new ArrayList<>();

	private final List<Long> numbers = new ArrayList<>();

	private final Map<Long, Long> bibs = new HashMap<>();

	private final Map<Long, Long> registrations = new HashMap<>();

	RosterReading(RosterFile file, RosterColumns columns) {
		this.columns = columns;
		file.lines().forEach(this::read);
	}

	private void read(RosterFile.Line line) {
		Long registration = number(line, RosterColumn.REGISTRATION, REGISTRATION);
		Long bib = number(line, RosterColumn.BIB, NUMBER);
		RosterEntry entry = new RosterEntry(registration, bib, name(line, RosterColumn.FIRST_NAME),
				name(line, RosterColumn.LAST_NAME), born(line), email(line));
		if (entry.lastName() == null && registration == null) {
			problem(line, "name", "");
		}
		once(line, RosterColumn.BIB, bib, this.bibs);
		once(line, RosterColumn.REGISTRATION, registration, this.registrations);
		this.entries.add(entry);
		this.numbers.add(line.number());
	}

	private @Nullable Long number(RosterFile.Line line, RosterColumn column, Pattern shape) {
		String cell = cell(line, column);
		if (cell.isEmpty()) {
			return null;
		}
		if (!shape.matcher(cell).matches() || Long.parseLong(cell) == 0) {
			problem(line, column.field(), cell);
			return null;
		}
		return Long.valueOf(cell);
	}

	private @Nullable String name(RosterFile.Line line, RosterColumn column) {
		String cell = cell(line, column);
		if (cell.length() > NAME) {
			problem(line, "long", cell);
		}
		return cell.isEmpty() ? null : cell;
	}

	private @Nullable LocalDate born(RosterFile.Line line) {
		String cell = cell(line, RosterColumn.BIRTH_DATE);
		LocalDate born = this.columns.dates().read(cell);
		if (born == null && !cell.isEmpty()) {
			boolean twoWays = DateOrder.MONTH_FIRST.read(cell) != null && DateOrder.DAY_FIRST.read(cell) != null;
			problem(line, twoWays ? "birthDate.order" : "birthDate", cell);
		}
		return born;
	}

	private @Nullable String email(RosterFile.Line line) {
		String cell = cell(line, RosterColumn.EMAIL);
		if (!cell.isEmpty() && (cell.length() > ADDRESS || !EMAIL.matcher(cell).matches())) {
			problem(line, "email", cell);
		}
		return cell.isEmpty() ? null : cell;
	}

	private void once(RosterFile.Line line, RosterColumn column, @Nullable Long value, Map<Long, Long> met) {
		Long before = (value != null) ? met.putIfAbsent(value, line.number()) : null;
		if (before != null) {
			this.problems.add(new LineProblem(line.number(), "organizer.import.line." + column.field() + ".twice",
					List.of(String.valueOf(value), String.valueOf(before))));
		}
	}

	private String cell(RosterFile.Line line, RosterColumn column) {
		return line.cell(this.columns.of(column));
	}

	private void problem(RosterFile.Line line, String what, String cell) {
		String shown = (cell.length() > 60) ? cell.substring(0, 60) + "…" : cell;
		this.problems.add(new LineProblem(line.number(), "organizer.import.line." + what, List.of(shown)));
	}

	/** Who stands in the file, line for line. */
	List<RosterEntry> entries() {
		return this.entries;
	}

	/** What is wrong with single lines. */
	List<LineProblem> problems() {
		return this.problems;
	}

	/** Where each entry stands. */
	long lineOf(int entry) {
		return this.numbers.get(entry);
	}

}
