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

}
