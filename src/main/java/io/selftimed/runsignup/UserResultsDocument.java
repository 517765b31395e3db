package io.selftimed.runsignup;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the document that carries results, with its fields in RunSignup's order.
 */
class UserResultsDocument {

	private final JsonMapper json = JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

	/**
	 * Writes results.
	 * @param results the results, in the order to send them
	 * @return the document
	 */
	String write(List<UserResult> results) {
		return this.json
			.writeValueAsString(Map.of("virtual_results", results.stream().map(UserResultsDocument::item).toList()));
	}

	private static Map<String, @Nullable Object> item(UserResult result) {
		Map<String, @Nullable Object> item = new LinkedHashMap<>();
		putIfKnown(item, "bib_num", result.bib());
		item.put("clock_time", clockTime(result.time()));
		switch (result.tally()) {
			case UserResult.Tally.Unchanged() -> {
			}
			case UserResult.Tally.Cleared() -> item.put("tally_value", null);
			case UserResult.Tally.Set(BigDecimal value) -> item.put("tally_value", value);
		}
		putIfKnown(item, "registration_id", result.registrationId());
		putIfKnown(item, "elevation_gain_in_mm", result.elevationGainInMillimetres());
		return item;
	}

	private static void putIfKnown(Map<String, @Nullable Object> item, String name, @Nullable Long value) {
		if (value != null) {
			item.put(name, value);
		}
	}

	private static String clockTime(UserResult.Time time) {
		return switch (time) {
			case UserResult.Time.Code code -> code.name();
			case UserResult.Time.Clock(long milliseconds) ->
				String.format(Locale.ROOT, "%02d:%02d:%02d.%d", milliseconds / 3_600_000, milliseconds / 60_000 % 60,
						milliseconds / 1000 % 60, milliseconds / 100 % 10);
		};
	}

}
