package io.selftimed.organizer.submissions;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What an address of the list asks for, as text: all of it stands in the address, so that
 * a view can be kept and sent on.
 *
 * @param q a bib, the beginning of a last name, or a reference
 * @param state the word of a state
 * @param outcome the name of an outcome
 * @param doubt the word of a doubt, or {@code any}
 * @param timeFrom the shortest time, such as {@code 24:30}
 * @param timeTo the time that all are under
 * @param since the first moment, on the race's clock
 * @param until the first moment after, on the race's clock
 * @param sort the word of an order
 * @param after the key after which the page begins
 */
record ListForm(@Nullable String q, @Nullable String state, @Nullable String outcome, @Nullable String doubt,
		@Nullable String timeFrom, @Nullable String timeTo, @Nullable String since, @Nullable String until,
		@Nullable String sort, @Nullable String after) {

	/** What stands in the address but for the page, in a fixed order. */
	Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		put(values, "q", this.q);
		put(values, "state", this.state);
		put(values, "outcome", this.outcome);
		put(values, "doubt", this.doubt);
		put(values, "timeFrom", this.timeFrom);
		put(values, "timeTo", this.timeTo);
		put(values, "since", this.since);
		put(values, "until", this.until);
		put(values, "sort", this.sort);
		return values;
	}

	/** All that stands in the address. */
	Map<String, String> view() {
		Map<String, String> view = values();
		put(view, "after", this.after);
		return view;
	}

	private static void put(Map<String, String> values, String name, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			values.put(name, value.strip());
		}
	}

}
