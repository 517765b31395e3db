package io.selftimed.organizer.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import io.selftimed.security.OpenSessions.OpenSession;

/**
 * A session as its owner sees it: never its id.
 *
 * @param since when it began
 * @param usedAt when it was used last
 * @param own whether it is the one that shows the page
 */
record ShownSession(Instant since, Instant usedAt, boolean own) {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, HH:mm 'UTC'", Locale.ENGLISH);

	static List<ShownSession> of(List<OpenSession> sessions, String ownId) {
		return sessions.stream()
			.map((session) -> new ShownSession(session.since(), session.usedAt(), session.id().equals(ownId)))
			.toList();
	}

	/** A moment, such as {@code Aug 1, 14:05 UTC}. */
	public String moment(Instant moment) {
		return MOMENT.format(moment.atZone(ZoneOffset.UTC));
	}

}
