package io.selftimed.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Invitations to races, and to look after the installation: each for one address, for
 * seven days, and for one use.
 */
public interface Invitations {

	/**
	 * Invites an address to a race; an earlier invitation of it to the race is void.
	 * @param raceId RunSignup's id of the race
	 * @param email the address
	 * @param role what its owner is to be
	 * @return the path of the link, with a token that is a secret
	 */
	String invite(long raceId, String email, Role role);

	/**
	 * Invites an address that has no account to look after the installation; an earlier
	 * invitation of it to that is void.
	 * @param email the address
	 * @return the path of the link, with a token that is a secret
	 */
	String inviteAdministrator(String email);

	/** The open invitations to a race, by address. */
	List<Invitation> open(long raceId);

	/** The open invitations to look after the installation, by address. */
	List<Invitation> ofAdministrators();

	/**
	 * Voids an invitation.
	 * @param raceId the race it must be of
	 * @param id our id of the invitation
	 * @return whether there was one
	 */
	boolean revoke(long raceId, long id);

	/**
	 * Voids an invitation to look after the installation.
	 * @param id our id of the invitation
	 * @return whether there was one
	 */
	boolean revokeAdministrator(long id);

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
	 * @param raceId RunSignup's id of the race, null for the installation
	 * @param raceName the race's name, empty for the installation
	 * @param email the address it is for
	 * @param roleWord the word of a role, {@code administrator} for the installation
	 * @param until when it ends
	 */
	record Invitation(long id, @Nullable Long raceId, String raceName, String email, String roleWord, Instant until) {

		/** Whether it is to look after the installation. */
		public boolean isOfInstallation() {
			return this.raceId == null;
		}

		@Override
		public String toString() {
			return "invitation " + this.id;
		}

	}

}
