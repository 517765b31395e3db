package io.selftimed.organizer.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A line of the audit.
 *
 * @param id its key
 * @param at when it was done
 * @param organizerId our id of whoever did it, null if nobody was signed in
 * @param email their address, null if the account is gone or nobody was signed in
 * @param raceId the race it concerns, null if none
 * @param what the word of what was done
 * @param about kinds and ids of what it was done to
 * @param address where it came from, null if unknown or dropped
 */
record AuditRow(long id, Instant at, @Nullable Long organizerId, @Nullable String email, @Nullable Long raceId,
		String what, String about, @Nullable String address) {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, uuuu, HH:mm:ss",
			Locale.ENGLISH);

	/** What it was done to: the first kind and id. */
	public String object() {
		return this.about.split(" ", 2)[0];
	}

	/** The moment on a zone's clock, such as {@code Aug 1, 2026, 14:05:09}. */
	public String moment(ZoneId zone) {
		return MOMENT.format(this.at.atZone(zone));
	}

	@Override
	public String toString() {
		return "audit " + this.id;
	}

}
