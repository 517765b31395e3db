package io.selftimed.race;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What dashboards count. Changes are appended in the transaction that makes them, so that
 * intake never queues on a counter.
 */
public interface EventCounts {

	/**
	 * Appends a change.
	 * @param eventId RunSignup's id of the event
	 * @param what what is counted: {@code submissions}, {@code held}, {@code waiting},
	 * {@code received} or {@code refused}
	 * @param delta by how much it changes
	 */
	void add(long eventId, String what, int delta);

	/**
	 * Appends a submission to the chart of submissions over time.
	 * @param eventId RunSignup's id of the event
	 * @param at when it came
	 */
	void submitted(long eventId, Instant at);

	/**
	 * Appends a change to the chart of times: one finish counts in the place of another.
	 * @param eventId RunSignup's id of the event
	 * @param before the time that counted, in milliseconds; null for none
	 * @param after the time that counts, in milliseconds; null for none
	 */
	void timeChanged(long eventId, @Nullable Long before, @Nullable Long after);

	/**
	 * Folds the changes of each count into one, so that reading a count costs the same
	 * however much happened. The counts stay as they are at any moment.
	 * @return how many changes were folded away
	 */
	int fold();

}
