package io.selftimed.security;

import java.util.Set;

import org.springframework.security.core.userdetails.User;

/**
 * An organizer who is signed in. What they may see is asked of the database at each
 * request, never kept here.
 */
public final class OrganizerAccount extends User {

	private static final long serialVersionUID = 1L;

	private final long id;

	/**
	 * An organizer's account.
	 * @param id our id of the organizer
	 * @param email the e-mail address they sign in with
	 * @param password the encoded password, erased after signing in
	 */
	public OrganizerAccount(long id, String email, String password) {
		super(email, password, Set.of());
		this.id = id;
	}

	/** Our id of the organizer. */
	public long id() {
		return this.id;
	}

	/** The id alone, so that no log holds an address. */
	@Override
	public String toString() {
		return "organizer " + this.id;
	}

}
