package io.selftimed.sandbox.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A call for people to read. Only what cannot be a secret is shown; all else is masked.
 *
 * @param line the method, the path and the query
 * @param headers the headers that RunSignup looks at
 * @param form the form's fields, but for the document
 * @param document the document of the form, capped; empty if there is none
 */
public record MaskedCall(String line, Map<String, String> headers, Map<String, String> form, String document) {

	private static final String MASK = "•••";

	private static final int LONGEST = 4000;

	private static final Set<String> HARMLESS = Set.of("format", "race_id", "event_id", "individual_result_set_id",
			"registration_id", "request_format", "page", "results_per_page", "modified_after_timestamp",
			"after_registration_id", "most_recent_events_only", "future_events_only", "grant_type", "sort",
			"include_total_finishers");

	static MaskedCall of(ApiCall call) {
		Map<String, String> form = new LinkedHashMap<>(masked(call.form()));
		form.remove("request");
		return new MaskedCall(capped(call.method() + " " + call.path() + query(call.query())), masked(call.headers()),
				form, capped(call.form().getOrDefault("request", "")));
	}

	private static String query(Map<String, String> query) {
		return query.isEmpty() ? ""
				: masked(query).entrySet()
					.stream()
					.map((each) -> each.getKey() + "=" + each.getValue())
					.collect(Collectors.joining("&", "?", ""));
	}

	private static Map<String, String> masked(Map<String, String> values) {
		Map<String, String> masked = new TreeMap<>();
		values.forEach((name, value) -> masked.put(capped(name), HARMLESS.contains(name) ? capped(value) : MASK));
		return masked;
	}

	/** The beginning of what is long. */
	public static String capped(String text) {
		return (text.length() <= LONGEST) ? text : text.substring(0, LONGEST) + "…";
	}

}
