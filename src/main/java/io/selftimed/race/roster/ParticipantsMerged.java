package io.selftimed.race.roster;

/**
 * Two participants are one now, and everything of both is in its place. Published inside
 * the same transaction as {@link ParticipantsMerging}.
 *
 * @param eventId RunSignup's id of the event
 * @param into our id of the participant that stayed
 */
public record ParticipantsMerged(long eventId, long into) {

}
