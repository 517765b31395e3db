package io.selftimed.moveup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.selftimed.KnownKeys;
import io.selftimed.StartRefusal;

/**
 * Copies every table in one transaction of the target, and commits only what was read
 * back and found the same: a move that breaks off leaves no row.
 */
final class Moving {

	private final OldHome from;

	private final NewHome to;

	private final KnownKeys keys;

	private final Consumer<Moved> told;

	private final Departure departure;

	private long readable;

	private long unreadable;

	/**
	 * Prepares a move.
	 * @param time when the old home is marked
	 * @param told hears of each table once it is copied and compared
	 */
	Moving(OldHome from, NewHome to, KnownKeys keys, InstantSource time, Consumer<Moved> told) {
		this.from = from;
		this.to = to;
		this.keys = keys;
		this.told = told;
		this.departure = new Departure(from, to, time);
	}

	/**
	 * Moves everything, or refuses.
	 * @param demo whether demo data may be moved
	 * @throws StartRefusal if something speaks against it
	 */
	Whole move(boolean demo) throws SQLException {
		this.to.refuseOtherKinds();
		try (Connection source = this.from.open()) {
			Versions program = Versions.ofThisProgram(this.to.flyway());
			program.refuseOther(Versions.of(source));
			this.from.refuseDemo(source, demo);
			this.departure.refuseElsewhere();
			try (Connection target = this.to.open()) {
				this.departure.refuseAgain(target);
				this.to.refuseForeign(target);
				this.to.flyway().migrate();
				program.refuseOtherSchema(Versions.of(target));
				Whole whole = copyAtOnce(source, target);
				this.to.analyze(target);
				return whole;
			}
		}
	}

	private Whole copyAtOnce(Connection source, Connection target) throws SQLException {
		target.setAutoCommit(false);
		try {
			Whole whole = copy(source, target);
			this.departure.markAndCommit(target);
			return whole;
		}
		finally {
			target.rollback();
			target.setAutoCommit(true);
		}
	}

	private Whole copy(Connection source, Connection target) throws SQLException {
		List<Table> tables = Tables.inOrder(target);
		refuseUnlike(source, tables);
		List<String> names = tables.stream().map(Table::name).toList();
		this.to.lock(target, names);
		this.to.refuseRows(target, names);
		empty(target, names.reversed());
		long rows = 0;
		for (Table table : tables) {
			rows += copy(table, source, target);
		}
		return new Whole(tables.size(), rows, this.readable, this.unreadable);
	}

	/** What one has and the other has not would be lost, or come from nowhere. */
	private static void refuseUnlike(Connection source, List<Table> tables) throws SQLException {
		Set<Table> unlike = new HashSet<>(Tables.byName(source).values());
		Set<Table> here = new HashSet<>(tables);
		here.removeAll(unlike);
		tables.forEach(unlike::remove);
		unlike.addAll(here);
		if (!unlike.isEmpty()) {
			throw new StartRefusal("The two databases do not have the same columns in "
					+ unlike.stream().map(Table::name).distinct().sorted().collect(Collectors.joining(", "))
					+ ": somebody changed a schema by hand; undo that.");
		}
	}

	private static void empty(Connection target, List<String> childrenFirst) throws SQLException {
		try (Statement statement = target.createStatement()) {
			for (String table : childrenFirst) {
				statement.execute("delete from " + table);
			}
		}
	}

	private long copy(Table table, Connection source, Connection target) throws SQLException {
		TableCopy copy = new TableCopy(table, this::look);
		Fingerprint written = copy.copy(source, target);
		Fingerprint held = copy.readBack(target);
		if (!held.sameAs(written) || written.rows() != count(table, source)) {
			throw new StartRefusal("The rows of " + table.name() + " are not the same after copying: nothing was kept. "
					+ "Run it again, and report it if it stays so.");
		}
		Numbering.follow(table, source, target);
		this.told.accept(new Moved(table.name(), held.rows(), held.shortly()));
		return held.rows();
	}

	private void look(String text) {
		switch (this.keys.look(text)) {
			case KEY_KNOWN -> this.readable++;
			case KEY_UNKNOWN -> this.unreadable++;
			case NOT_SEALED -> {
			}
		}
	}

	private static long count(Table table, Connection source) throws SQLException {
		try (Statement statement = source.createStatement();
				ResultSet count = statement.executeQuery("select count(*) from " + table.name())) {
			count.next();
			return count.getLong(1);
		}
	}

	/**
	 * A table that was copied.
	 *
	 * @param table its name
	 * @param rows how many rows it has, here and there
	 * @param sum the beginning of their checksum
	 */
	record Moved(String table, long rows, String sum) {

	}

	/**
	 * All of it.
	 *
	 * @param tables how many tables
	 * @param rows how many rows
	 * @param readable secrets that open with the configured keys
	 * @param unreadable secrets that do not
	 */
	record Whole(int tables, long rows, long readable, long unreadable) {

	}

}
