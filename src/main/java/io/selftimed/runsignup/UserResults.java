package io.selftimed.runsignup;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One call's worth of results for one event.
 *
 * @param raceId RunSignup's id of the race
 * @param eventId RunSignup's id of the virtual event
 * @param individualResultSetId the result set to name, null to name none (RunSignup then
 * uses the one there is, or makes one)
 * @param results the results, at least one
 */
public record UserResults(long raceId, long eventId, @Nullable Long individualResultSetId, List<UserResult> results) {

	public UserResults {
		results = List.copyOf(results);
		if (results.isEmpty()) {
			throw new IllegalArgumentException("a call without results");
		}
	}

}
