package io.selftimed.runsignup;

import java.util.Locale;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the document of the form field {@code request}, fields in the order of
 * RunSignup's own example.
 */
final class UserResultsDocument {

	private static final JsonMapper JSON = JsonMapper.shared();

	private UserResultsDocument() {
	}

	/** The results as JSON. */
	static String json(UserResults results) {
		ObjectNode document = JSON.createObjectNode();
		ArrayNode list = document.putArray("virtual_results");
		results.results().forEach((result) -> write(list.addObject(), result));
		return JSON.writeValueAsString(document);
	}

	private static void write(ObjectNode item, UserResult result) {
		if (result.bib() != null) {
			item.put("bib_num", result.bib());
		}
		item.put("clock_time", clockTime(result.time()));
		switch (result.tally()) {
			case UserResult.Tally.Unchanged() -> {
			}
			case UserResult.Tally.Cleared() -> item.putNull("tally_value");
			case UserResult.Tally.Set(var value) -> item.put("tally_value", value);
		}
		if (result.registrationId() != null) {
			item.put("registration_id", result.registrationId());
		}
		if (result.elevationGainInMillimetres() != null) {
			item.put("elevation_gain_in_mm", result.elevationGainInMillimetres());
		}
	}

	/** {@code hh:mm:ss.s}, hours beyond 99 with three digits; or the code. */
	private static String clockTime(UserResult.Time time) {
		return switch (time) {
			case UserResult.Time.Clock(long milliseconds) -> {
				long tenths = milliseconds / 100;
				yield String.format(Locale.ROOT, "%02d:%02d:%02d.%d", tenths / 36_000, tenths / 600 % 60,
						tenths / 10 % 60, tenths % 10);
			}
			case UserResult.Time.Code code -> code.name();
		};
	}

}
