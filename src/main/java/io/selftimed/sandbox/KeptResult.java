package io.selftimed.sandbox;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A result as the simulator keeps it.
 *
 * @param eventId the event
 * @param registrationId whose result it is
 * @param bib the bib of that registration
 * @param clockTime the time or the code, as it was sent
 * @param milliseconds the time in milliseconds, null for a code
 * @param elevationGain in millimetres, null where the event has none
 * @param tally the tally, null if there is none
 * @param resultSet the result set it is in
 * @param receivedAt when it was received, in seconds since 1970
 */
record KeptResult(long eventId, long registrationId, long bib, String clockTime, @Nullable Long milliseconds,
		@Nullable Long elevationGain, @Nullable BigDecimal tally, long resultSet, long receivedAt) {
}
