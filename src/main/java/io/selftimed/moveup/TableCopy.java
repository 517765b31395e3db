package io.selftimed.moveup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Copies the rows of one table, some hundred at a time, and reads them back.
 */
final class TableCopy {

	private static final int BATCH = 500;

	private final Table table;

	/** Hears of every text that is copied. */
	private final Consumer<String> texts;

	TableCopy(Table table, Consumer<String> texts) {
		this.table = table;
		this.texts = texts;
	}

	/** Writes every row of the source, and says what it wrote. */
	Fingerprint copy(Connection source, Connection target) throws SQLException {
		Fingerprint written = new Fingerprint();
		try (Statement statement = source.createStatement();
				ResultSet row = statement.executeQuery(this.table.select());
				PreparedStatement insert = target.prepareStatement(this.table.insert())) {
			while (row.next()) {
				copyRow(row, insert, written);
				if (written.rows() % BATCH == 0) {
					insert.executeBatch();
				}
			}
			insert.executeBatch();
		}
		return written;
	}

	private void copyRow(ResultSet row, PreparedStatement insert, Fingerprint written) throws SQLException {
		int index = 0;
		for (Table.Column column : this.table.columns()) {
			index++;
			Object value = column.kind().read(row, index);
			column.kind().write(insert, index, value);
			String text = text(column, value);
			written.value(text);
			if (text != null && column.kind() == Kind.TEXT) {
				this.texts.accept(text);
			}
		}
		insert.addBatch();
		written.endRow();
	}

	/** What the target holds, read from it. */
	Fingerprint readBack(Connection target) throws SQLException {
		Fingerprint held = new Fingerprint();
		try (Statement statement = target.createStatement()) {
			statement.setFetchSize(BATCH);
			try (ResultSet row = statement.executeQuery(this.table.select())) {
				while (row.next()) {
					int index = 0;
					for (Table.Column column : this.table.columns()) {
						held.value(text(column, column.kind().read(row, ++index)));
					}
					held.endRow();
				}
			}
		}
		return held;
	}

	private static @Nullable String text(Table.Column column, @Nullable Object value) {
		return (value != null) ? column.kind().text(value) : null;
	}

}
