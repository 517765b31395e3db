package io.selftimed.sandbox.api;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The results of an event that everybody may see: approved ones only, the fastest first;
 * all at once unless a page is asked for.
 */
final class GetResults implements Operation {

	private static final Comparator<KeptResult> FASTEST_FIRST = Comparator
		.comparing((KeptResult result) -> (result.milliseconds() != null) ? result.milliseconds() : Long.MAX_VALUE)
		.thenComparing(KeptResult::registrationId);

	private final SimulatedRaces races;

	private final KeptResults kept;

	GetResults(SimulatedRaces races, KeptResults kept) {
		this.races = races;
		this.kept = kept;
	}

	@Override
	public String name() {
		return "get-results";
	}

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public String path() {
		return "/race/{race_id}/results/get-results";
	}

	@Override
	public ApiAnswer answer(ApiCall call) {
		SimulatedEvent event = this.races.demanded(call);
		Long set = asked(call, "individual_result_set_id");
		Long registration = asked(call, "registration_id");
		ObjectNode tree = ApiAnswer.object();
		ArrayNode sets = tree.putArray("individual_results_sets");
		for (Long each : GetResultSets.of(event, this.kept)) {
			if (set == null || set.equals(each)) {
				write(event, each, registration, Page.of(call), GetResultSets.write(event, each, sets.addObject()));
			}
		}
		return ApiAnswer.of("individual_results_sets", tree);
	}

	private static @Nullable Long asked(ApiCall call, String name) {
		String said = call.query().get(name);
		return (said == null) ? null
				: ApiCall.number(said).orElseThrow(() -> CallError.invalidId(name + " is no number."));
	}

	private void write(SimulatedEvent event, long set, @Nullable Long registration, Page page, ObjectNode item) {
		List<KeptResult> results = this.kept.of(event.eventId())
			.stream()
			.filter((result) -> result.approvedAt() != null && result.resultSet() == set)
			.sorted(FASTEST_FIRST)
			.toList();
		ArrayNode rows = item.putArray("results");
		for (int index = page.first(); index < Math.min(page.end(), results.size()); index++) {
			KeptResult result = results.get(index);
			if (registration == null || registration == result.registrationId()) {
				write(event, result, index + 1, rows.addObject());
			}
		}
	}

	private static void write(SimulatedEvent event, KeptResult result, int place, ObjectNode row) {
		row.put("result_id", 600_000_000_000L + result.registrationId());
		row.put("place", (result.milliseconds() != null) ? Integer.valueOf(place) : null);
		row.put("bib", result.bib());
		event.runner(result.registrationId())
			.ifPresent((runner) -> row.put("first_name", runner.firstName()).put("last_name", runner.lastName()));
		row.put("clock_time", result.clockTime());
	}

	/**
	 * Which of the results are answered, counted from 0.
	 *
	 * @param first the first of them
	 * @param end the one after the last
	 */
	private record Page(int first, int end) {

		private static final long LONGEST = 2500;

		static Page of(ApiCall call) {
			Long page = asked(call, "page");
			Long rows = asked(call, "results_per_page");
			if (page == null && rows == null) {
				return new Page(0, Integer.MAX_VALUE);
			}
			long size = Math.clamp((rows != null) ? rows : LONGEST, 1, LONGEST);
			long first = (Math.clamp((page != null) ? page : 1, 1, 100_000) - 1) * size;
			return new Page((int) first, (int) (first + size));
		}

	}

}
