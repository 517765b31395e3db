package io.selftimed.organizer;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

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

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH);

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, HH:mm:ss", Locale.ENGLISH);

	/** A day on the race's calendar, such as {@code Aug 1, 2026}. */
	public String day(Instant moment) {
		return DAY.format(moment.atZone(this.zone));
	}

	/** A moment on the race's clock, such as {@code Aug 1, 14:05:09}. */
	public String moment(Instant moment) {
		return MOMENT.format(moment.atZone(this.zone));
	}

	/** Whether the visitor decides about results. */
	public boolean mayReview() {
		return this.role.includes(Role.REVIEWER);
	}

	/** Whether the visitor sets the race up. */
	public boolean mayOwn() {
		return this.role.includes(Role.OWNER);
	}

}
