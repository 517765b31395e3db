package io.selftimed.race.roster;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which column of a file holds what, and how it writes dates.
 *
 * @param columns the number of each column from 0; what is missing is not in the file
 * @param dates in which order it writes day and month
 */
public record RosterColumns(Map<RosterColumn, Integer> columns, DateOrder dates) {

	public RosterColumns {
		columns = Map.copyOf(columns);
	}

	/** As the headings and dates of a file suggest. */
	static RosterColumns guess(RosterFile file) {
		Map<RosterColumn, Integer> columns = new EnumMap<>(RosterColumn.class);
		for (RosterColumn column : RosterColumn.all()) {
			int index = column.in(file.headings());
			if (index >= 0 && !columns.containsValue(index)) {
				columns.put(column, index);
			}
		}
		int born = columns.getOrDefault(RosterColumn.BIRTH_DATE, -1);
		List<String> dates = file.lines().stream().map((line) -> line.cell(born)).toList();
		return new RosterColumns(columns, DateOrder.of(dates));
	}

	/** The number of a column, -1 if the file has none. */
	public int of(RosterColumn column) {
		return this.columns.getOrDefault(column, -1);
	}

	/** As the table keeps it. */
	String stored() {
		return this.columns.entrySet()
			.stream()
			.map((column) -> column.getKey() + "=" + column.getValue())
			.collect(Collectors.joining(",", this.dates + ",", ""));
	}

	/** As the table kept it. */
	static RosterColumns of(String stored) {
		String[] parts = stored.split(",");
		Map<RosterColumn, Integer> columns = new EnumMap<>(RosterColumn.class);
		Arrays.stream(parts)
			.skip(1)
			.map((part) -> part.split("="))
			.forEach((part) -> columns.put(RosterColumn.valueOf(part[0]), Integer.valueOf(part[1])));
		return new RosterColumns(columns, DateOrder.valueOf(parts[0]));
	}

}
