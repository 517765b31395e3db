package io.selftimed.runsignup;

import org.jspecify.annotations.Nullable;

/**
 * What a person finds out at RunSignup while setting a race up, partly with a credential
 * that is kept nowhere yet. Each question waits at most ten seconds for a lane and is one
 * HTTP exchange of at most ten seconds; nothing is written there. Never call it inside a
 * transaction.
 */
public interface FirstLook {

	/**
	 * A race and its events.
	 * @param credential what somebody is entering
	 * @param raceId RunSignup's id of the race
	 */
	ReadAnswer<RemoteRace> race(CallerCredential credential, long raceId);

	/**
	 * Whether a credential may see who is registered for an event. What RunSignup tells
	 * of them is dropped at once.
	 * @param credential what somebody is entering
	 * @param raceId RunSignup's id of the race
	 * @param eventId RunSignup's id of an event of that race
	 */
	ReadAnswer<Boolean> roster(CallerCredential credential, long raceId, long eventId);

	/**
	 * Tries a credential.
	 * @param credential what somebody is entering, null for the one that counts for the
	 * race
	 * @param raceId RunSignup's id of the race
	 * @param eventId RunSignup's id of an event of that race
	 */
	ProbeAnswer probe(@Nullable CallerCredential credential, long raceId, long eventId);

}
