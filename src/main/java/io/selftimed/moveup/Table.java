package io.selftimed.moveup;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as both databases have it, without the columns that databases compute.
 *
 * @param name its name
 * @param columns its columns, in one order for both
 */
record Table(String name, List<Column> columns) {

	String select() {
		return "select " + names() + " from " + this.name;
	}

	/** Numbers are the source's, whatever the target would have given. */
	String insert() {
		String marks = this.columns.stream().map((column) -> "?").collect(Collectors.joining(", "));
		return "insert into " + this.name + " (" + names() + ") overriding system value values (" + marks + ")";
	}

	private String names() {
		return this.columns.stream().map(Column::name).collect(Collectors.joining(", "));
	}

	/**
	 * A column.
	 *
	 * @param name its name
	 * @param kind what it holds
	 * @param numbered whether the database numbers it by itself
	 */
	record Column(String name, Kind kind, boolean numbered) {

	}

}
