package io.selftimed.delivery;

import io.selftimed.runsignup.UserResult;

/**
 * One runner's result in a claim.
 *
 * @param participantId our id of the participant
 * @param version the wanted version that travels
 * @param result what travels
 */
record ClaimedItem(long participantId, int version, UserResult result) {

}
