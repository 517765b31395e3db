package io.selftimed.moveup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets the target go on numbering where the source stopped. A number is never given
 * twice, not even that of a row that was deleted: audit and logs name rows by it.
 */
final class Numbering {

	private Numbering() {
	}

	static void follow(Table table, Connection source, Connection target) throws SQLException {
		for (Table.Column column : table.columns()) {
			if (column.numbered()) {
				long next = Math.max(nextOf(source, table.name(), column.name()),
						largest(target, table.name(), column.name()) + 1);
				try (Statement statement = target.createStatement()) {
					statement.execute(
							"alter table " + table.name() + " alter column " + column.name() + " restart with " + next);
				}
			}
		}
	}

	private static long nextOf(Connection source, String table, String column) throws SQLException {
		try (PreparedStatement next = source.prepareStatement("""
				select identity_base from information_schema.columns
				where table_schema = ? and table_name = ? and column_name = ?
				""")) {
			next.setString(1, source.getSchema());
			next.setString(2, table);
			next.setString(3, column);
			try (ResultSet row = next.executeQuery()) {
				return row.next() ? row.getLong(1) : 1;
			}
		}
	}

	private static long largest(Connection target, String table, String column) throws SQLException {
		try (Statement statement = target.createStatement();
				ResultSet row = statement.executeQuery("select max(" + column + ") from " + table)) {
			return row.next() ? row.getLong(1) : 0;
		}
	}

}
