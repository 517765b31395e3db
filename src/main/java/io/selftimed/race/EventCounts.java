package io.selftimed.race;

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
	 * Folds the changes of each count into one, so that reading a count costs the same
	 * however much happened. The counts stay as they are at any moment.
	 * @return how many changes were folded away
	 */
	int fold();

}
