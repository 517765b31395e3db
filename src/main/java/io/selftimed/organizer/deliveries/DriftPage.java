package io.selftimed.organizer.deliveries;

import java.util.List;

/**
 * What an event's page says of drift.
 *
 * @param comparison how far the comparison with RunSignup has come
 * @param count how many results drift
 * @param rows the first of them
 * @param mayAct whether who looks may have it compared and results sent again
 */
record DriftPage(RemoteComparison comparison, long count, List<DriftRow> rows, boolean mayAct) {

	static DriftPage of(Drifts drifts, long eventId, boolean mayAct) {
		long count = drifts.count(eventId);
		return new DriftPage(drifts.comparison(eventId), count, (count > 0) ? drifts.first(eventId) : List.of(),
				mayAct);
	}

	/** Whether there are more than are listed. */
	public boolean isCut() {
		return this.count > this.rows.size();
	}

}
