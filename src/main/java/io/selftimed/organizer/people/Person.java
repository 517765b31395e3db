package io.selftimed.organizer.people;

import io.selftimed.security.Role;

/**
 * Somebody with a role in a race. Holds an address: never logged.
 *
 * @param organizerId our id of the organizer
 * @param email their address
 * @param role what they are in the race
 */
record Person(long organizerId, String email, Role role) {

	@Override
	public String toString() {
		return "organizer " + this.organizerId;
	}

}
