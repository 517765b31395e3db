package io.selftimed.security;

import java.util.Optional;

/**
 * The organizers' accounts. Passwords come in and never go out.
 */
public interface Accounts {

	/**
	 * The account of an address.
	 * @param email the address, in any case
	 * @return our id of the organizer, empty if there is none
	 */
	Optional<Long> idOf(String email);

	/**
	 * Makes an account.
	 * @param email an address that has none yet
	 * @param password what {@link NewPassword} does not refuse
	 * @param administrator whether it looks after the installation
	 * @return our id of the organizer
	 */
	long make(String email, String password, boolean administrator);

	/**
	 * Whether somebody knows the password of an account. Wrong tries are slowed as those
	 * of signing in are.
	 * @param organizerId our id of the organizer
	 * @param password what was typed
	 */
	Proof prove(long organizerId, String password);

	/**
	 * Gives an account another password and ends all its sessions but one. Links that set
	 * a password are void then.
	 * @param organizerId our id of the organizer
	 * @param password what {@link NewPassword} does not refuse
	 * @param keptSession the id of the session that goes on, empty for none
	 */
	void changePassword(long organizerId, String password, String keptSession);

	/** What came of a try at a password. */
	enum Proof {

		/** It is the password. */
		RIGHT,
		/** It is not. */
		WRONG,
		/** There were too many tries; it was not looked at. */
		SLOWED

	}

}
