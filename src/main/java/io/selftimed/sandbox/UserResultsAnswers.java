package io.selftimed.sandbox;

import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one place that writes answers, byte for byte as RunSignup does. JSON for now; XML
 * joins here.
 */
final class UserResultsAnswers {

	private static final JsonMapper JSON = JsonMapper.shared();

	private UserResultsAnswers() {
	}

	/** Answers that results were received. */
	static String received(List<KeptResult> results) {
		ObjectNode answer = JSON.createObjectNode();
		ArrayNode items = answer.putArray("virtual_results");
		results.forEach((result) -> write(result, items.addObject()));
		return JSON.writeValueAsString(answer);
	}

	private static void write(KeptResult result, ObjectNode item) {
		item.put("registration_id", result.registrationId());
		item.put("bib_num", result.bib());
		item.put("results_received_ts", result.receivedAt());
		item.put("individual_result_set_id", result.resultSet());
		item.put("submitted_time_in_ms", result.milliseconds());
		if (result.elevationGain() != null) {
			item.put("elevation_gain_in_mm", result.elevationGain());
		}
		item.putNull("result_approval_ts");
	}

	/** Answers with an error, in the shape that RunSignup uses most. */
	static String error(CallError error) {
		ObjectNode answer = JSON.createObjectNode();
		answer.putObject("error").put("error_code", error.code()).put("error_msg", error.getMessage());
		return JSON.writeValueAsString(answer);
	}

}
