package io.selftimed.organizer.roster;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of a roster.
 *
 * @param rows whom it shows
 * @param next where the next page begins, null for the last page
 * @param metAll whether so many were met on the way that the page ends before it is full
 * @param isCut whether more were found than are shown, and no next page shows them
 */
record RosterPage(List<ListedParticipant> rows, @Nullable RosterKey next, boolean metAll, boolean isCut) {

	/** A page that the next one goes on from. */
	RosterPage(List<ListedParticipant> rows, @Nullable RosterKey next, boolean metAll) {
		this(rows, next, metAll, false);
	}

	/** What a search found, the first so many. */
	static RosterPage found(List<ListedParticipant> found, int most) {
		return new RosterPage(found.stream().limit(most).toList(), null, false, found.size() > most);
	}

}
