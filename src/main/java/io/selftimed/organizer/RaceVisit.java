package io.selftimed.organizer;

import java.time.ZoneId;

import io.selftimed.security.Role;

/**
 * Somebody with a role in a race, on a page of that race. Handlers take it as an
 * argument, templates find it as {@code raceVisit}.
 *
 * @param organizerId our id of the organizer
 * @param role what the organizer is in the race
 * @param raceId RunSignup's id of the race
 * @param raceName its name for people
 * @param zone the race's time zone
 */
public record RaceVisit(long organizerId, Role role, long raceId, String raceName, ZoneId zone) {

	/** Whether the visitor decides about results. */
	public boolean mayReview() {
		return this.role.includes(Role.REVIEWER);
	}

	/** Whether the visitor sets the race up. */
	public boolean mayOwn() {
		return this.role.includes(Role.OWNER);
	}

}
