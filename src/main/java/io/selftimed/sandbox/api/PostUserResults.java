package io.selftimed.sandbox.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * "Post User Submitted Virtual Results". A batch with a bad item fails whole, unless
 * somebody has asked that bad items are dropped.
 */
final class PostUserResults implements Operation {

	static final String NAME = "user-results";

	private final SimulatedRaces races;

	private final KeptResults kept;

	private final Approvals approvals;

	private final Clock clock;

	PostUserResults(SimulatedRaces races, KeptResults kept, Approvals approvals, Clock clock) {
		this.races = races;
		this.kept = kept;
		this.approvals = approvals;
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String method() {
		return "POST";
	}

	@Override
	public String path() {
		return "/race/{race_id}/results/user-results";
	}

	@Override
	public ApiAnswer answer(ApiCall call) {
		SimulatedEvent event = event(call);
		Format format = Format.of(call.form().get("request_format"));
		List<JsonNode> items = ResultDocument.items(call.form().get("request"), format);
		synchronized (this.kept) {
			List<KeptResult> results = read(items, event, resultSet(call, event), call.badItem());
			this.kept.keep(results);
			return answer(results);
		}
	}

	/** Answers that results were received. */
	static ApiAnswer answer(List<KeptResult> results) {
		ObjectNode tree = ApiAnswer.object();
		ArrayNode items = tree.putArray("virtual_results");
		results.forEach((result) -> write(result, items.addObject()));
		return ApiAnswer.of("event_individual_results_user_upload", tree);
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
		item.put("result_approval_ts", result.approvedAt());
	}

	private SimulatedEvent event(ApiCall call) {
		long raceId = id("race_id", call.variables().getOrDefault("race_id", ""));
		this.races.race(raceId).orElseThrow(CallError::raceNotFound);
		String named = call.form().get("race_id");
		if (named == null || ApiCall.number(named).filter((id) -> id == raceId).isEmpty()) {
			throw CallError.invalidParameters("race_id is required, and the same as in the path.");
		}
		String eventId = call.form().get("event_id");
		if (eventId == null) {
			throw CallError.invalidParameters("event_id is required.");
		}
		return this.races.event(raceId, id("event_id", eventId)).orElseThrow(CallError::eventNotFound);
	}

	private static long id(String name, String digits) {
		return ApiCall.number(digits).orElseThrow(() -> CallError.invalidId(name + " is no number."));
	}

	private long resultSet(ApiCall call, SimulatedEvent event) {
		List<Long> known = event.resultSets();
		List<Long> usable = known.isEmpty() ? List.of(this.kept.madeResultSet(event.eventId())) : known;
		String named = call.form().get("individual_result_set_id");
		if (named != null && !named.isEmpty()) {
			return ApiCall.number(named)
				.filter(usable::contains)
				.orElseThrow(() -> CallError.invalidId("No such individual_result_set_id in this event."));
		}
		if (usable.size() > 1) {
			throw CallError.invalidParameters("individual_result_set_id is required: there are several result sets.");
		}
		return usable.getFirst();
	}

	private List<KeptResult> read(List<JsonNode> items, SimulatedEvent event, long resultSet, @Nullable BadItem bad) {
		Map<Long, KeptResult> batch = new LinkedHashMap<>();
		List<KeptResult> results = new ArrayList<>();
		for (int index = 0; index < items.size(); index++) {
			try {
				ResultItem item = read(items.get(index), event, index, bad);
				Optional<KeptResult> before = Optional.ofNullable(batch.get(item.registrationId()))
					.or(() -> this.kept.find(event.eventId(), item.registrationId()));
				KeptResult result = kept(item, before.orElse(null), event.eventId(), resultSet);
				batch.put(item.registrationId(), result);
				results.add(result);
			}
			catch (CallError ex) {
				if (bad == null || !bad.dropped()) {
					throw ex;
				}
			}
		}
		return results;
	}

	private static ResultItem read(JsonNode node, SimulatedEvent event, int index, @Nullable BadItem bad) {
		ResultItem item = ResultItem.read(node, event);
		if (bad != null && bad.is(index, item.bib())) {
			throw CallError.invalidSubmission();
		}
		return item;
	}

	private KeptResult kept(ResultItem item, @Nullable KeptResult before, long eventId, long resultSet) {
		long now = this.clock.instant().getEpochSecond();
		boolean unchanged = before != null && !item.tallyGiven();
		return new KeptResult(eventId, item.registrationId(), item.bib(), item.clockTime(), item.milliseconds(),
				item.elevationGain(), (before != null && unchanged) ? before.tally() : item.tally(), resultSet, now,
				this.approvals.areNeeded(eventId) ? null : now);
	}

}
