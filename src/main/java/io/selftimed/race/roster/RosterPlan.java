package io.selftimed.race.roster;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a statement about a roster changes.
 *
 * @param added who is new
 * @param changed who is known and otherwise now
 * @param merges who turned out to be one
 * @param ids whom each statement means, in its order; null for who is new
 */
record RosterPlan(List<RosterEntry> added, List<Changed> changed, List<Merge> merges, List<@Nullable Long> ids) {

	/** Somebody known, before and after. */
	record Changed(RosterRow before, RosterRow after) {
	}

	/**
	 * Two rows that are one runner.
	 *
	 * @param nameless made by a result whose bib nobody had
	 * @param known who it is
	 */
	record Merge(long nameless, long known) {
	}

}
