package io.selftimed.sandbox;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * RunSignup's API as the simulator offers it. What belongs into the query counts only
 * there, what belongs into the form only there. The other calls join here.
 * <p>
 * Routes and no controller: the form is read as it travelled, so that the limit for
 * runners' forms does not hold for batches, and looking for a controller may read it
 * before.
 */
@Configuration(proxyBeanMethods = false)
@Profile("simulator")
class SimulatorRoutes {

	/** More than any batch has. */
	private static final int LONGEST_FORM = 8 << 20;

	private static final String REST = "/sandbox/runsignup/rest";

	private static final String USER_RESULTS = REST + "/race/{raceId}/results/user-results";

	@Bean
	RouterFunction<ServerResponse> simulator(UserResultsSimulator simulator) {
		return RouterFunctions.route()
			.POST(USER_RESULTS, (request) -> answer(simulator.answer(call(request))))
			.route(RequestPredicates.path(USER_RESULTS), (request) -> answer(CallError.wrongMethod()))
			.route(RequestPredicates.path(REST + "/**"), (request) -> answer(CallError.unknownMethod()))
			.build();
	}

	private static UserResultsCall call(ServerRequest request) throws IOException {
		byte[] form = request.servletRequest().getInputStream().readNBytes(LONGEST_FORM);
		return new UserResultsCall(request.pathVariable("raceId"), values(request.servletRequest().getQueryString()),
				values(new String(form, StandardCharsets.UTF_8)), request.headers().firstHeader("X-RSU-API-SECRET"),
				request.headers().firstHeader("Authorization"));
	}

	private static ServerResponse answer(CallError error) {
		return answer(UserResultsAnswers.error(error));
	}

	private static ServerResponse answer(String body) {
		return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(body.getBytes(StandardCharsets.UTF_8));
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
