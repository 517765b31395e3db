package io.selftimed.sandbox.api;

import java.time.LocalDate;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who is registered no more. Each event has one of every kind, the transferred one now
 * being its first runner.
 */
final class GetRemovedParticipants implements Operation {

	private static final String[] REASONS = { "cleared", "removed", "transferred", "deferred" };

	private final SimulatedRaces races;

	GetRemovedParticipants(SimulatedRaces races) {
		this.races = races;
	}

	@Override
	public String name() {
		return "removed-participants";
	}

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public String path() {
		return "/race/{race_id}/removed-participants";
	}

	@Override
	public ApiAnswer answer(ApiCall call) {
		SimulatedEvent event = this.races.demanded(call);
		ObjectNode tree = ApiAnswer.object();
		ObjectNode inner = tree.putObject("event").put("event_id", event.eventId());
		ArrayNode participants = inner.putArray("participants");
		for (int turn = 0; turn < REASONS.length && isFirstPage(call); turn++) {
			write(event, turn, participants.addObject());
		}
		return ApiAnswer.of("event", tree);
	}

	private static boolean isFirstPage(ApiCall call) {
		return ApiCall.number(call.query().getOrDefault("page", "1")).orElse(1L) <= 1;
	}

	private static void write(SimulatedEvent event, int turn, ObjectNode item) {
		SimulatedRunner runner = new SimulatedRunner(event.eventId() * 1000 + 900 + turn, null, "Former", "Runner",
				LocalDate.of(1980, 2, 3 + turn));
		GetParticipants.writeUser(runner, item.putObject("user"));
		item.put("registration_id", runner.registrationId()).put("removed_reason", REASONS[turn]);
		item.put("new_registration_id",
				REASONS[turn].equals("transferred") ? event.runners().keySet().iterator().next() : null);
	}

}
