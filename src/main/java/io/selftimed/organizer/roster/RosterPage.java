package io.selftimed.organizer.roster;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of a roster.
 *
 * @param rows whom it shows
 * @param next where the next page begins, null for the last page
 * @param metAll whether so many were met on the way that the page ends before it is full
 */
record RosterPage(List<ListedParticipant> rows, @Nullable RosterKey next, boolean metAll) {

}
