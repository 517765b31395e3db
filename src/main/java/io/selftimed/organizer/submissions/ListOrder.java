package io.selftimed.organizer.submissions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * In which order submissions are listed.
 */
enum ListOrder {

	/** The last to come first. */
	NEWEST(true),
	/** The first to come first. */
	OLDEST(false),
	/**
	 * The shortest time first; only finishes have one, and others come last if at all.
	 */
	FASTEST(false),
	/** The longest time first; only finishes have one, and others come last if at all. */
	SLOWEST(true),
	/** By last name: the order of a search by name, and of nothing else. */
	NAME(false);

	private final boolean descending;

	ListOrder(boolean descending) {
		this.descending = descending;
	}

	boolean isDescending() {
		return this.descending;
	}

	boolean isByTime() {
		return this == FASTEST || this == SLOWEST;
	}

	/** The word in addresses and message keys. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Those that can be asked for. */
	static List<ListOrder> offered() {
		return List.of(NEWEST, OLDEST, FASTEST, SLOWEST);
	}

	/** The order of a word, empty for none that can be asked for. */
	static Optional<ListOrder> of(@Nullable String word) {
		return Arrays.stream(values())
			.filter((order) -> order != NAME)
			.filter((order) -> order.word().equals(word))
			.findFirst();
	}

}
