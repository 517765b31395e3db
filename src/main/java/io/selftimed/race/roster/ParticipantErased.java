package io.selftimed.race.roster;

/**
 * A runner's name, birth date and address were erased at somebody's wish. Published
 * inside the transaction: whoever keeps the runner's own words or address empties them
 * too.
 *
 * @param eventId RunSignup's id of the event
 * @param participantId our id of the participant
 * @param email the address that was erased, null if there was none; kept nowhere
 */
public record ParticipantErased(long eventId, long participantId, @org.jspecify.annotations.Nullable String email) {

	@Override
	public String toString() {
		return "ParticipantErased[participantId=" + this.participantId + "]";
	}

}
