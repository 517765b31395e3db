package io.selftimed.sandbox.api;

import tools.jackson.databind.node.ObjectNode;

/**
 * How an event takes results.
 */
final class GetVirtualSettings implements VersionTwo {

	private final SimulatedRaces races;

	private final Approvals approvals;

	GetVirtualSettings(SimulatedRaces races, Approvals approvals) {
		this.races = races;
		this.approvals = approvals;
	}

	@Override
	public String name() {
		return "vr-settings";
	}

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public String path() {
		return "/v2/vr-settings.json";
	}

	@Override
	public ApiAnswer answer(ApiCall call) {
		SimulatedEvent event = this.races.demanded(call);
		ObjectNode tree = ApiAnswer.object();
		tree.putObject("virtual_result_settings")
			.put("accept_results_end_ts", event.closes().atZone(SimulatedRaces.ZONE).toEpochSecond())
			.put("results_require_approval", this.approvals.areNeeded(event.eventId()) ? "T" : "F");
		return ApiAnswer.of("virtual_result_settings", tree);
	}

}
