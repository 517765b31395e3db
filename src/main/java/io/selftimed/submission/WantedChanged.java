package io.selftimed.submission;

/**
 * What RunSignup should hold for a participant may have changed: a submission was
 * accepted, taken back or decided. Published inside the transaction that does it, under
 * the participant's lock.
 *
 * @param participantId our id of the participant
 * @param eventId RunSignup's id of the event
 */
public record WantedChanged(long participantId, long eventId) {

}
