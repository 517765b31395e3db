package io.selftimed.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A result as the simulated RunSignup holds it.
 *
 * @param eventId the event
 * @param registrationId the registration
 * @param bib the registration's bib
 * @param clockTime the time or code as it was posted
 * @param timeInMilliseconds the time, null for a code
 * @param tally the tally, null if none
 * @param elevationInMillimetres the elevation gain, null where the event has none
 * @param resultSetId the result set
 * @param receivedTs epoch seconds
 */
record StoredResult(long eventId, long registrationId, long bib, String clockTime, @Nullable Long timeInMilliseconds,
		@Nullable String tally, @Nullable Long elevationInMillimetres, long resultSetId, long receivedTs) {

}
