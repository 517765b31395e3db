package io.selftimed.sandbox.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.selftimed.sandbox.fault.Reply;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is sent, the answer has RunSignup's shape.
 */
class AnyRequestTests {

	private Simulator simulator;

	@BeforeProperty
	void start() throws IOException {
		this.simulator = new Simulator(Files.createTempDirectory("simulator"));
	}

	@AfterProperty
	void stop() throws IOException {
		this.simulator.close();
	}

	@Property(tries = 500)
	void anyBytesAsAForm(@ForAll @Size(max = 400) byte[] form) {
		assertAnswered(call("json", RunSignupServlet.values(new String(form, UTF_8))));
	}

	@Property(tries = 500)
	void anyTextAsADocument(@ForAll String document, @ForAll boolean json) {
		assertAnswered(call("json", Simulator.form(4900, 49002, json ? "json" : "xml", document)));
	}

	@Property(tries = 1000)
	void anyDamageToASoundDocument(@ForAll boolean json, @ForAll @IntRange(max = 600) int from,
			@ForAll @IntRange(max = 40) int length, @ForAll @Size(max = 20) byte[] damage) {
		String sound = Simulator.published(json ? "request.json" : "request.xml");
		int start = Math.min(from, sound.length());
		String document = sound.substring(0, start) + new String(damage, UTF_8)
				+ sound.substring(Math.min(start + length, sound.length()));
		assertAnswered(call("json", Simulator.form(4900, json ? 49001 : 49002, json ? "json" : "xml", document)));
	}

	@Property(tries = 500)
	void anyPathAndQuery(@ForAll String path, @ForAll String name, @ForAll String value) {
		Map<String, String> query = new HashMap<>(Simulator.KEY);
		query.put(name, value);
		query.put("format", "json");
		assertAnswered(this.simulator.call(new ApiCall("GET", "/" + path, query, Map.of(), Map.of())));
		assertAnswered(this.simulator.call(new ApiCall("GET", "/race/" + path, query, Map.of(), Map.of())));
		query.put("event_id", value);
		assertAnswered(this.simulator.call(new ApiCall("GET", "/race/4900/participants", query, Map.of(), Map.of())));
	}

	private Reply call(String format, Map<String, String> form) {
		Map<String, String> query = new HashMap<>(Simulator.KEY);
		query.put("format", format);
		return this.simulator.call(new ApiCall("POST", Simulator.path(4900), query, form, Map.of()));
	}

	private static void assertAnswered(Reply reply) {
		assertThat(reply.status()).isEqualTo(200);
		JsonNode answer = JsonMapper.shared().readTree(reply.body());
		assertThat(answer.path("virtual_results").isArray() || answer.path("error").path("error_code").isNumber()
				|| answer.isArray())
			.as(reply.body())
			.isTrue();
	}

}
