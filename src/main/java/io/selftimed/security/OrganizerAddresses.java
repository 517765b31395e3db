package io.selftimed.security;

import java.util.List;

/**
 * The organizers' e-mail addresses. Addresses are personal data: never logged.
 */
public interface OrganizerAddresses {

	/**
	 * The e-mail addresses of those who answer for a race: its owners and reviewers.
	 * @param raceId RunSignup's id of the race
	 * @return each address once, in the order of the alphabet; empty if there is nobody
	 */
	List<String> of(long raceId);

	/**
	 * The e-mail address that an organizer signs in with, for their own eyes.
	 * @param organizerId our id of the organizer
	 * @return the address, blank if there is no such organizer any more
	 */
	String ofOrganizer(long organizerId);

}
