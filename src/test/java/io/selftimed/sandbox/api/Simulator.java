package io.selftimed.sandbox.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.selftimed.sandbox.fault.FaultBoard;
import io.selftimed.sandbox.fault.Reply;
import io.selftimed.sandbox.grant.Grants;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A simulator without a network, on the day of the published examples.
 */
final class Simulator implements AutoCloseable {

	static final Instant PUBLISHED = Instant.ofEpochSecond(1586571360);

	static final Map<String, String> KEY = Map.of("api_key", "sandbox", "api_secret", "sandbox");

	final SimulatedRaces races = new SimulatedRaces(LocalDate.of(2020, 4, 11));

	final Approvals approvals = new Approvals();

	final FaultBoard faults = new FaultBoard((sides) -> sides / 2);

	final Grants grants = new Grants(byte[]::new);

	final ReceivedCalls calls = new ReceivedCalls();

	/** What was put off, with how long. */
	final Map<Duration, Runnable> later = new HashMap<>();

	final KeptResults kept;

	private final SimulatedRunSignup runSignup;

	Simulator(Path folder) {
		this.kept = new KeptResults(folder);
		Clock clock = Clock.fixed(PUBLISHED, ZoneOffset.UTC);
		this.runSignup = new SimulatedRunSignup(SimulatorConfiguration.operations(this.races, this.kept, this.approvals,
				this.grants, clock, byte[]::new), this.faults, this.calls, this.later::put, clock);
	}

	Reply call(ApiCall call) {
		return this.runSignup.answer(call, false);
	}

	Reply callTooMuch(ApiCall call) {
		return this.runSignup.answer(call, true);
	}

	/** Reads with the right key. */
	Reply get(String path, Map<String, String> query) {
		Map<String, String> all = new HashMap<>(KEY);
		all.putAll(query);
		return call(new ApiCall("GET", path, all, Map.of(), Map.of()));
	}

	/** Posts results with the right key. */
	Reply post(String format, long race, long event, String requestFormat, String request) {
		Map<String, String> query = new HashMap<>(KEY);
		query.put("format", format);
		return call(new ApiCall("POST", path(race), query, form(race, event, requestFormat, request), Map.of()));
	}

	/** Posts items as JSON and reads JSON. */
	String items(long race, long event, String items) {
		return post("json", race, event, "json", "{\"virtual_results\":[" + items + "]}").body();
	}

	static String path(long race) {
		return "/race/" + race + "/results/user-results";
	}

	static Map<String, String> form(long race, long event, String requestFormat, String request) {
		return new HashMap<>(Map.of("race_id", String.valueOf(race), "event_id", String.valueOf(event),
				"request_format", requestFormat, "request", request));
	}

	/** An example of RunSignup's page, byte for byte. */
	static String published(String name) {
		try (InputStream in = Simulator.class.getResourceAsStream("/runsignup/published-" + name)) {
			return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/** A document without the space that is there for people only. */
	static String dense(String document) {
		return document.replaceAll("(?m)^\\s+", "").replace("\n", "").replace("\": ", "\":");
	}

	@Override
	public void close() throws IOException {
		this.kept.close();
	}

}
