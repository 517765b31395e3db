package io.selftimed.delivery;

/**
 * RunSignup refused a result that travelled alone, and it is not sent again by itself.
 * Told inside the transaction that writes it down.
 *
 * @param participantId our id of the participant
 * @param eventId RunSignup's id of the event
 */
public record ResultRefused(long participantId, long eventId) {

}
