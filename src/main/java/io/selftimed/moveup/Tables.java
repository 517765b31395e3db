package io.selftimed.moveup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.selftimed.StartRefusal;

/**
 * Asks a database what tables it has. Left out are Flyway's own, which is written by
 * building the schema, and sessions: organizers sign in again.
 */
final class Tables {

	private static final Set<String> LEFT_OUT = Set.of("flyway_schema_history", "spring_session",
			"spring_session_attributes");

	private Tables() {
	}

	/** The tables of a connection's schema, each after those that it refers to. */
	static List<Table> inOrder(Connection connection) throws SQLException {
		Map<String, Table> tables = byName(connection);
		List<Table> ordered = new ArrayList<>();
		Map<String, Set<String>> waiting = new LinkedHashMap<>();
		for (String name : tables.keySet()) {
			waiting.put(name, parents(connection, name));
		}
		while (!waiting.isEmpty()) {
			String next = waiting.entrySet()
				.stream()
				.filter((entry) -> entry.getValue().stream().noneMatch(waiting::containsKey))
				.map(Map.Entry::getKey)
				.findFirst()
				.orElseThrow(() -> new StartRefusal("The tables " + waiting.keySet() + " refer to each other in a "
						+ "circle, which this version cannot move: report it."));
			waiting.remove(next);
			ordered.add(tables.get(next));
		}
		return ordered;
	}

	/** The same question to H2 and to PostgreSQL. */
	static Map<String, Table> byName(Connection connection) throws SQLException {
		Map<String, Table> tables = new LinkedHashMap<>();
		try (PreparedStatement columns = connection.prepareStatement("""
				select c.table_name, c.column_name, c.data_type, c.is_identity
				from information_schema.columns c join information_schema.tables t
					on t.table_schema = c.table_schema and t.table_name = c.table_name
				where c.table_schema = ? and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
				order by c.table_name, c.column_name
				""")) {
			columns.setString(1, connection.getSchema());
			try (ResultSet row = columns.executeQuery()) {
				while (row.next()) {
					add(tables, row);
				}
			}
		}
		return tables;
	}

	private static void add(Map<String, Table> tables, ResultSet row) throws SQLException {
		String name = row.getString(1);
		if (!LEFT_OUT.contains(name)) {
			tables.computeIfAbsent(name, (table) -> new Table(table, new ArrayList<>())).columns().add(column(row));
		}
	}

	private static Table.Column column(ResultSet row) throws SQLException {
		String type = row.getString(3);
		String of = row.getString(1) + "." + row.getString(2);
		Kind kind = Kind.named(type)
			.orElseThrow(() -> new StartRefusal(
					of + " is of type " + type + ", which this version cannot move: report it."));
		return new Table.Column(row.getString(2), kind, "YES".equals(row.getString(4)));
	}

	private static Set<String> parents(Connection connection, String table) throws SQLException {
		DatabaseMetaData meta = connection.getMetaData();
		Set<String> parents = new HashSet<>();
		try (ResultSet keys = meta.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
			while (keys.next()) {
				parents.add(keys.getString("PKTABLE_NAME"));
			}
		}
		parents.remove(table);
		return parents;
	}

}
