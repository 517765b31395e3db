package io.selftimed.organizer.submissions;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of the list.
 *
 * @param rows the submissions in their order
 * @param next the key after which the next page begins, null if this is the last
 * @param metAll whether the page is short only because so many were looked through
 */
record ListedPage(List<SubmissionRow> rows, @Nullable String next, boolean metAll) {

	ListedPage {
		rows = List.copyOf(rows);
	}

}
