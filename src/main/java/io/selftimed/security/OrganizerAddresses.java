package io.selftimed.security;

import java.util.List;

/**
 * Where mails to the organizers of a race go. Addresses are personal data: never logged.
 */
public interface OrganizerAddresses {

	/**
	 * The e-mail addresses of those who answer for a race: its owners and reviewers.
	 * @param raceId RunSignup's id of the race
	 * @return each address once, in the order of the alphabet; empty if there is nobody
	 */
	List<String> of(long raceId);

}
