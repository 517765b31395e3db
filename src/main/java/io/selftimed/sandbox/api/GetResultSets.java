package io.selftimed.sandbox.api;

import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The result sets of an event; none before the first result, if nobody made one.
 */
final class GetResultSets implements Operation {

	private final SimulatedRaces races;

	private final KeptResults kept;

	GetResultSets(SimulatedRaces races, KeptResults kept) {
		this.races = races;
		this.kept = kept;
	}

	@Override
	public String name() {
		return "get-result-sets";
	}

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public String path() {
		return "/race/{race_id}/results/get-result-sets";
	}

	@Override
	public ApiAnswer answer(ApiCall call) {
		SimulatedEvent event = this.races.demanded(call);
		ObjectNode tree = ApiAnswer.object();
		ArrayNode sets = tree.putArray("individual_results_sets");
		of(event, this.kept).forEach((set) -> write(event, set, sets.addObject()));
		return ApiAnswer.of("individual_results_sets", tree);
	}

	/** The result sets that an event has by now. */
	static List<Long> of(SimulatedEvent event, KeptResults kept) {
		return event.resultSets().isEmpty()
				? kept.of(event.eventId()).stream().map(KeptResult::resultSet).distinct().toList() : event.resultSets();
	}

	static ObjectNode write(SimulatedEvent event, long set, ObjectNode item) {
		return item.put("individual_result_set_id", set)
			.put("individual_result_set_name", event.name() + " " + set)
			.put("public_results", "T")
			.put("preliminary_results", "F");
	}

}
