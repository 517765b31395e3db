package io.selftimed.race.roster;

/**
 * Two participants turn out to be one runner. Published inside the transaction that joins
 * them, under the locks of both: whoever keeps something of the one moves it to the
 * other, submissions before deliveries; then the one is deleted.
 *
 * @param eventId RunSignup's id of the event
 * @param from our id of the participant that goes
 * @param into our id of the participant that stays
 */
public record ParticipantsMerging(long eventId, long from, long into) {

	/** What is moved first. */
	public static final int SUBMISSIONS = 0;

	/** What is moved after that. */
	public static final int DELIVERIES = 1;

}
