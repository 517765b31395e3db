package io.selftimed.sandbox;

import java.io.IOException;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * RunSignup's API as the simulator offers it. What belongs into the query counts only
 * there, what belongs into the form only there. The other calls join here.
 */
@RestController
@Profile("simulator")
@RequestMapping("/sandbox/runsignup/rest")
class SimulatorController {

	/** More than any batch has. */
	private static final int LONGEST_FORM = 8 << 20;

	private static final String USER_RESULTS = "/race/{raceId}/results/user-results";

	private final UserResultsSimulator simulator;

	SimulatorController(UserResultsSimulator simulator) {
		this.simulator = simulator;
	}

	/**
	 * The form is read as it travelled, so that the limit for runners' forms does not
	 * hold for batches.
	 */
	@PostMapping(USER_RESULTS)
	ResponseEntity<String> userResults(@PathVariable String raceId, HttpServletRequest request) throws IOException {
		byte[] form = request.getInputStream().readNBytes(LONGEST_FORM);
		UserResultsCall call = new UserResultsCall(raceId, values(request.getQueryString()),
				values(new String(form, StandardCharsets.UTF_8)), request.getHeader("X-RSU-API-SECRET"),
				request.getHeader("Authorization"));
		return answer(this.simulator.answer(call));
	}

	@RequestMapping(USER_RESULTS)
	ResponseEntity<String> userResultsOtherwise() {
		return answer(UserResultsAnswers.error(CallError.wrongMethod()));
	}

	@RequestMapping("/**")
	ResponseEntity<String> anythingElse() {
		return answer(UserResultsAnswers.error(CallError.unknownMethod()));
	}

	private static ResponseEntity<String> answer(String body) {
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
	}

	/** What a query or a form says; of a name said twice the last counts. */
	private static Map<String, String> values(@Nullable String encoded) {
		Map<String, String> values = new HashMap<>();
		for (String pair : ((encoded != null) ? encoded : "").split("&", -1)) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
			}
		}
		return values;
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
