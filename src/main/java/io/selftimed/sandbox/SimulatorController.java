package io.selftimed.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * RunSignup's API as the simulator offers it. What belongs into the query counts only
 * there, what belongs into the form only there.
 */
@RestController
@Profile("simulator")
class SimulatorController {

	private final UserResultsSimulator simulator;

	SimulatorController(UserResultsSimulator simulator) {
		this.simulator = simulator;
	}

	@PostMapping("/sandbox/runsignup/rest/race/{raceId}/results/user-results")
	ResponseEntity<String> userResults(@PathVariable String raceId, HttpServletRequest request) {
		Map<String, String> query = new HashMap<>();
		Map<String, Integer> counts = new HashMap<>();
		readQuery(request.getQueryString(), query, counts);
		UserResultsCall call = new UserResultsCall(raceId, query, form(request, counts),
				request.getHeader("X-RSU-API-SECRET"), request.getHeader("Authorization"));
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(this.simulator.answer(call));
	}

	private static void readQuery(@Nullable String query, Map<String, String> values, Map<String, Integer> counts) {
		if (query == null) {
			return;
		}
		for (String pair : query.split("&", -1)) {
			int equals = pair.indexOf('=');
			String name = decode((equals < 0) ? pair : pair.substring(0, equals));
			values.put(name, (equals < 0) ? "" : decode(pair.substring(equals + 1)));
			counts.merge(name, 1, Integer::sum);
		}
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	/** A servlet mixes both: first the values of the query, then those of the form. */
	private static Map<String, String> form(HttpServletRequest request, Map<String, Integer> inQuery) {
		Map<String, String> form = new HashMap<>();
		request.getParameterMap().forEach((name, values) -> {
			if (values.length > inQuery.getOrDefault(name, 0)) {
				form.put(name, values[values.length - 1]);
			}
		});
		return form;
	}

}
