package io.selftimed.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Invitations to races: each for one address, for seven days, and for one use.
 */
public interface Invitations {

	/**
	 * Invites an address to a race; an earlier invitation of it to the race is void.
	 * @param raceId RunSignup's id of the race
	 * @param email the address
	 * @param role what its owner is to be
	 */
	void invite(long raceId, String email, Role role);

	/** The open invitations to a race, by address. */
	List<Invitation> open(long raceId);

	/**
	 * Voids an invitation.
	 * @param raceId the race it must be of
	 * @param id our id of the invitation
	 * @return whether there was one
	 */
	boolean revoke(long raceId, long id);

	/** The open invitation of a token. */
	Optional<Invitation> of(String token);

	/**
	 * Gives whoever is invited the role and voids the invitation. Whoever has a larger
	 * role already keeps it.
	 * @param token the token
	 * @param organizerId our id of the organizer, whose address must be the invited one
	 * @return whether the invitation was open and for them
	 */
	boolean accept(String token, long organizerId);

	/**
	 * Makes an account for the invited address and accepts.
	 * @param token the token
	 * @param password what {@link NewPassword} does not refuse
	 * @return whether the invitation was open and its address without an account
	 */
	boolean acceptAsNew(String token, String password);

	/**
	 * An invitation. Holds an address: never logged.
	 *
	 * @param id our id
	 * @param raceId RunSignup's id of the race
	 * @param raceName the race's name
	 * @param email the address it is for
	 * @param role what its owner is to be
	 * @param until when it ends
	 */
	record Invitation(long id, long raceId, String raceName, String email, Role role, Instant until) {

		@Override
		public String toString() {
			return "invitation " + this.id;
		}

	}

}
