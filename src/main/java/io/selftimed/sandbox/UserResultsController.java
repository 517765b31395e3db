package io.selftimed.sandbox;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The simulated "Post User Submitted Virtual Results". Errors come with HTTP 200, as
 * RunSignup's do.
 */
@RestController
@Profile("simulator")
class UserResultsController {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Simulator simulator;

	UserResultsController(Simulator simulator) {
		this.simulator = simulator;
	}

	@PostMapping(path = "/sandbox/runsignup/rest/race/{race}/results/user-results",
			produces = MediaType.APPLICATION_JSON_VALUE)
	String post(@PathVariable String race, @RequestParam(required = false) @Nullable String format,
			@RequestParam(name = "event_id", required = false) @Nullable String event,
			@RequestParam(name = "individual_result_set_id", required = false) @Nullable String resultSet,
			@RequestParam(name = "request_format", required = false) @Nullable String requestFormat,
			@RequestParam(name = "request", required = false) @Nullable String document, HttpServletRequest http) {
		try {
			if (!SandboxCredentials.work(http::getParameter, http::getHeader)) {
				throw new Fault(6, "Key authentication failed.");
			}
			if (!"json".equals(format) || !"json".equals(requestFormat)) {
				throw new Fault(10, "Format not supported: this simulator speaks JSON only so far.");
			}
			return answer(this.simulator.receive(race, event, resultSet, (document != null) ? document : ""));
		}
		catch (Fault fault) {
			this.simulator.refused(race, event, fault);
			return error(fault);
		}
	}

	private static String answer(List<StoredResult> results) {
		ObjectNode answer = JSON.createObjectNode();
		var items = answer.putArray("virtual_results");
		results.forEach((result) -> write(items.addObject(), result));
		return JSON.writeValueAsString(answer);
	}

	private static void write(ObjectNode item, StoredResult result) {
		item.put("registration_id", result.registrationId());
		item.put("bib_num", result.bib());
		item.put("results_received_ts", result.receivedTs());
		item.put("individual_result_set_id", result.resultSetId());
		item.put("submitted_time_in_ms", result.timeInMilliseconds());
		if (result.elevationInMillimetres() != null) {
			item.put("elevation_gain_in_mm", result.elevationInMillimetres());
		}
		item.putNull("result_approval_ts");
	}

	private static String error(Fault fault) {
		ObjectNode answer = JSON.createObjectNode();
		answer.putObject("error").put("error_code", fault.code()).put("error_msg", fault.getMessage());
		return JSON.writeValueAsString(answer);
	}

}
