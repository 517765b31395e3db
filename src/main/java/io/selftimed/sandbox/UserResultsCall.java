package io.selftimed.sandbox;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A call as it came in.
 *
 * @param raceId the race in the path
 * @param query the query's parameters
 * @param form the form's fields
 * @param secretHeader the header {@code X-RSU-API-SECRET}, null if absent
 * @param authorization the header {@code Authorization}, null if absent
 */
record UserResultsCall(String raceId, Map<String, String> query, Map<String, String> form,
		@Nullable String secretHeader, @Nullable String authorization) {

	/** Hides the secrets. */
	@Override
	public String toString() {
		return "UserResultsCall[raceId=" + this.raceId + "]";
	}

}
