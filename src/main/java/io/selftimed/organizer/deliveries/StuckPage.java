package io.selftimed.organizer.deliveries;

import java.util.List;

/**
 * What the page of deliveries says of results in one state.
 *
 * @param state the word of the state
 * @param count how many there are
 * @param rows the first of them
 */
record StuckPage(String state, long count, List<StuckRow> rows) {

	static StuckPage of(StuckRows stuck, long eventId, String state) {
		long count = stuck.count(eventId, state);
		return new StuckPage(state, count, (count > 0) ? stuck.of(eventId, state) : List.of());
	}

	/** Whether there are more than are listed. */
	public boolean isCut() {
		return this.count > this.rows.size();
	}

	/** Whether the last call of any of those listed failed. */
	public boolean hasFailed() {
		return this.rows.stream().anyMatch((row) -> row.tries() > 0);
	}

}
