package io.selftimed.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands at the simulated RunSignup, read from the simulator's own file and not from
 * what Selftimed believes.
 */
final class WhatRunSignupHolds {

	private final Map<Long, Long> times = new HashMap<>();

	private WhatRunSignupHolds() {
	}

	/** Reads the simulator's file: one line for each call, a later result replaces. */
	static WhatRunSignupHolds in(Path dataDir) {
		try {
			return in(Files.readAllLines(dataDir.resolve("sandbox-runsignup.jsonl")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Reads the lines of such a file. */
	static WhatRunSignupHolds in(List<String> calls) {
		WhatRunSignupHolds holds = new WhatRunSignupHolds();
		JsonMapper json = JsonMapper.builder().build();
		for (String call : calls) {
			for (JsonNode result : json.readTree(call)) {
				holds.times.put(result.path("registrationId").asLong(), result.path("milliseconds").asLong());
			}
		}
		return holds;
	}

	/** The time of a registration in milliseconds, null if there is no result. */
	@Nullable Long milliseconds(long registrationId) {
		return this.times.get(registrationId);
	}

}
