package io.selftimed.delivery;

import java.util.List;

import io.selftimed.runsignup.UserResult;
import io.selftimed.runsignup.UserResults;
import org.jspecify.annotations.Nullable;

/**
 * What one worker has taken to deliver in one call.
 *
 * @param token marks its rows until the outcome is written
 * @param raceId RunSignup's id of the race
 * @param eventId RunSignup's id of the event
 * @param individualResultSetId the result set to name, null to name none
 * @param items what travels, at least one
 */
record Claim(String token, long raceId, long eventId, @Nullable Long individualResultSetId, List<ClaimedItem> items) {

	UserResults call() {
		List<UserResult> results = this.items.stream().map(ClaimedItem::result).toList();
		return new UserResults(this.raceId, this.eventId, this.individualResultSetId, results);
	}

}
