package io.selftimed.runsignup;

/**
 * Tells whether a credential works, and for which race, by a call that writes nothing at
 * RunSignup: for API v2 keys whom the key belongs to, for the others the result sets of
 * an event. Never call it inside a transaction.
 */
public interface CredentialProbe {

	/**
	 * Tries the credential that counts for a race.
	 * @param lane the right to the call; stays shut for the grace period if the call was
	 * lost
	 * @param raceId RunSignup's id of the race
	 * @param eventId RunSignup's id of an event of that race
	 * @return what came of it; never throws for anything remote
	 */
	ProbeAnswer probe(Lane lane, long raceId, long eventId);

	/**
	 * Tries a credential that is kept nowhere, as somebody is entering it. Its tokens are
	 * not renewed.
	 */
	ProbeAnswer probe(Lane lane, CallerCredential credential, long raceId, long eventId);

}
