package io.selftimed.web;

import java.util.List;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/**
 * A page of rows that is continued by the key of its last row, so that the thousandth
 * page costs what the first does and no row is shown twice or lost.
 *
 * @param <T> the type of a row
 * @param rows the rows in their order
 * @param next the key after which the next page begins, null if this is the last
 */
public record KeysetPage<T>(List<T> rows, @Nullable Long next) {

	public KeysetPage {
		rows = List.copyOf(rows);
	}

	/**
	 * The page out of rows of which one more was fetched than it holds.
	 * @param <T> the type of a row
	 * @param fetched up to {@code size + 1} rows in their order
	 * @param size how many rows a page holds, above 0
	 * @param key the key of a row
	 * @return the first {@code size} rows, and where the next page begins
	 */
	public static <T> KeysetPage<T> of(List<T> fetched, int size, ToLongFunction<T> key) {
		if (fetched.size() <= size) {
			return new KeysetPage<>(fetched, null);
		}
		List<T> rows = fetched.subList(0, size);
		return new KeysetPage<>(rows, key.applyAsLong(rows.getLast()));
	}

}
