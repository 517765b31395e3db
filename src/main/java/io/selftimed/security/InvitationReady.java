package io.selftimed.security;

import org.jspecify.annotations.Nullable;

/**
 * Somebody is invited to a race, or to look after the installation.
 *
 * @param address where the invitation goes
 * @param raceId RunSignup's id of the race, null for the installation
 * @param roleWord the word of what they are to be, {@code administrator} for the
 * installation
 * @param path the path of the link, with a token that is a secret
 */
public record InvitationReady(String address, @Nullable Long raceId, String roleWord, String path) {

	@Override
	public String toString() {
		return "InvitationReady[raceId=" + this.raceId + "]";
	}

}
