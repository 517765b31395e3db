package io.selftimed.security;

/**
 * Somebody is invited to a race.
 *
 * @param address where the invitation goes
 * @param raceId RunSignup's id of the race
 * @param role what they are to be
 * @param path the path of the link, with a token that is a secret
 */
public record InvitationReady(String address, long raceId, Role role, String path) {

	@Override
	public String toString() {
		return "InvitationReady[raceId=" + this.raceId + "]";
	}

}
