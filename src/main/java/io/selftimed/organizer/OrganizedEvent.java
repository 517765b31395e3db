package io.selftimed.organizer;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An event as its organizer sees it.
 *
 * @param eventId RunSignup's id of the event
 * @param raceId RunSignup's id of its race
 * @param slug its name in addresses
 * @param name its name for people
 * @param raceName the name of its race
 * @param zone the race's time zone
 * @param opensAt the first moment that takes results
 * @param closesAt the first moment after
 * @param counts how many submissions are where
 */
record OrganizedEvent(long eventId, long raceId, String slug, String name, String raceName, ZoneId zone,
		Instant opensAt, Instant closesAt, Counts counts) {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH);

	/** A day on the race's calendar, such as {@code Aug 1, 2026}. */
	public String day(Instant moment) {
		return DAY.format(moment.atZone(this.zone));
	}

	/**
	 * Where its window stands at a moment: {@code upcoming}, {@code open} or
	 * {@code closed}.
	 */
	public String windowAt(Instant moment) {
		if (moment.isBefore(this.opensAt)) {
			return "upcoming";
		}
		return moment.isBefore(this.closesAt) ? "open" : "closed";
	}

	/**
	 * How many submissions of an event are where.
	 *
	 * @param submissions how many were accepted or held at all
	 * @param waiting how many runners' results are on their way
	 * @param received how many RunSignup has
	 * @param refused how many RunSignup refused
	 * @param tooLate how many RunSignup refused after it had stopped taking results
	 * @param held how many wait for a person
	 */
	record Counts(long submissions, long waiting, long received, long refused, long tooLate, long held) {

		/** How many have to be entered at RunSignup by hand. */
		public long byHand() {
			return this.refused + this.tooLate;
		}

	}

}
