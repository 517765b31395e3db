package io.selftimed.security;

/**
 * Whom a page of the organizers is open to.
 */
public enum Access {

	/** Everybody who is signed in. */
	SIGNED_IN,
	/** Whoever looks after the installation. */
	ADMINISTRATOR,
	/** Everybody with a role in the race. */
	VIEWER,
	/** Reviewers and owners of the race. */
	REVIEWER,
	/** Owners of the race. */
	OWNER

}
