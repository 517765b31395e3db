package io.selftimed.security;

import java.util.Set;

import org.springframework.security.core.userdetails.User;

/**
 * An organizer who is signed in, named by our id, so that no session holds an address.
 * What they may see is asked of the database at each request, never kept here.
 */
public final class OrganizerAccount extends User {

	private static final long serialVersionUID = 1L;

	private final long id;

	/**
	 * An organizer's account.
	 * @param id our id of the organizer
	 * @param password the encoded password, erased after signing in
	 */
	public OrganizerAccount(long id, String password) {
		super(String.valueOf(id), password, Set.of());
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
