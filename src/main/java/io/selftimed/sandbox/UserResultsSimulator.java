package io.selftimed.sandbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers "Post User Submitted Virtual Results" as RunSignup does, as far as is known. A
 * batch with a bad item fails whole.
 */
final class UserResultsSimulator {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private final SimulatedRaces races;

	private final KeptResults kept;

	private final ReceivedCalls calls;

	private final Clock clock;

	UserResultsSimulator(SimulatedRaces races, KeptResults kept, ReceivedCalls calls, Clock clock) {
		this.races = races;
		this.kept = kept;
		this.calls = calls;
		this.clock = clock;
	}

	/**
	 * Answers a call; what it brought is kept before.
	 * @param call the call
	 * @return the answer, always to be sent with status 200
	 */
	String answer(UserResultsCall call) {
		SandboxKey key = SandboxKey.of(call).orElse(null);
		try {
			List<KeptResult> results = receive(call, key);
			log(call, key, results.size(), null);
			return success(results);
		}
		catch (CallError ex) {
			log(call, key, 0, ex.code());
			return failure(ex);
		}
	}

	private List<KeptResult> receive(UserResultsCall call, @Nullable SandboxKey key) {
		if (key == null) {
			throw CallError.keyAuthenticationFailed();
		}
		demandJson(call.query().get("format"));
		SimulatedEvent event = event(call);
		demandJson(call.form().get("request_format"));
		JsonNode items = items(call.form().get("request"));
		synchronized (this.kept) {
			List<KeptResult> results = read(items, event, resultSet(call, event));
			this.kept.keep(results);
			return results;
		}
	}

	private static void demandJson(@Nullable String format) {
		if (!"json".equals(format)) {
			throw CallError.formatNotSupported();
		}
	}

	private SimulatedEvent event(UserResultsCall call) {
		long raceId = number(call.raceId()).filter(this.races::hasRace).orElseThrow(CallError::raceNotFound);
		String named = call.form().get("race_id");
		if (named == null || number(named).filter((id) -> id == raceId).isEmpty()) {
			throw CallError.invalidParameters("race_id is required, and the same as in the path.");
		}
		String eventId = call.form().get("event_id");
		if (eventId == null) {
			throw CallError.invalidParameters("event_id is required.");
		}
		return number(eventId).flatMap((id) -> this.races.event(raceId, id)).orElseThrow(CallError::eventNotFound);
	}

	private long resultSet(UserResultsCall call, SimulatedEvent event) {
		List<Long> known = event.resultSets();
		List<Long> usable = known.isEmpty() ? List.of(this.kept.madeResultSet(event.eventId())) : known;
		String named = call.form().get("individual_result_set_id");
		if (named != null && !named.isEmpty()) {
			return number(named).filter(usable::contains)
				.orElseThrow(() -> CallError.invalidId("No such individual_result_set_id in this event."));
		}
		if (usable.size() > 1) {
			throw CallError.invalidParameters("individual_result_set_id is required: there are several result sets.");
		}
		return usable.getFirst();
	}

	private static JsonNode items(@Nullable String request) {
		try {
			JsonNode items = JSON.readTree((request != null) ? request : "").path("virtual_results");
			if (items.isArray()) {
				return items;
			}
		}
		catch (JacksonException ex) {
			throw CallError.invalidParameters("request is no JSON.");
		}
		throw CallError.invalidParameters("request has no virtual_results.");
	}

	private List<KeptResult> read(JsonNode items, SimulatedEvent event, long resultSet) {
		long now = this.clock.instant().getEpochSecond();
		Map<Long, KeptResult> batch = new LinkedHashMap<>();
		List<KeptResult> results = new ArrayList<>();
		for (JsonNode node : items) {
			ResultItem item = ResultItem.read(node, event);
			Optional<KeptResult> before = Optional.ofNullable(batch.get(item.registrationId()))
				.or(() -> this.kept.find(event.eventId(), item.registrationId()));
			KeptResult result = kept(item, before.orElse(null), event.eventId(), resultSet, now);
			batch.put(item.registrationId(), result);
			results.add(result);
		}
		return results;
	}

	private static KeptResult kept(ResultItem item, @Nullable KeptResult before, long eventId, long resultSet,
			long now) {
		boolean unchanged = before != null && !item.tallyGiven();
		return new KeptResult(eventId, item.registrationId(), item.bib(), item.clockTime(), item.milliseconds(),
				item.elevationGain(), (before != null && unchanged) ? before.tally() : item.tally(), resultSet, now);
	}

	private static String success(List<KeptResult> results) {
		ObjectNode answer = JSON.createObjectNode();
		ArrayNode items = answer.putArray("virtual_results");
		for (KeptResult result : results) {
			ObjectNode item = items.addObject();
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
		return JSON.writeValueAsString(answer);
	}

	private static String failure(CallError error) {
		ObjectNode answer = JSON.createObjectNode();
		answer.putObject("error").put("error_code", error.code()).put("error_msg", error.getMessage());
		return JSON.writeValueAsString(answer);
	}

	private void log(UserResultsCall call, @Nullable SandboxKey key, int results, @Nullable Integer error) {
		Long raceId = number(call.raceId()).orElse(null);
		Long eventId = number(call.form().getOrDefault("event_id", "")).orElse(null);
		this.calls.add(new ReceivedCall(this.clock.instant(), raceId, eventId, key, results, error));
	}

	private static Optional<Long> number(String digits) {
		return digits.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
	}

}
