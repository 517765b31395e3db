package io.selftimed.sandbox.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who registered for an event, in pages.
 */
final class GetParticipants implements Operation {

	private static final long USUAL_PAGE = 50;

	private static final long LONGEST_PAGE = 2500;

	private final SimulatedRaces races;

	private final Clock clock;

	private final long modified;

	GetParticipants(SimulatedRaces races, Clock clock) {
		this.races = races;
		this.clock = clock;
		this.modified = clock.instant().truncatedTo(ChronoUnit.DAYS).getEpochSecond();
	}

	@Override
	public String name() {
		return "participants";
	}

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public String path() {
		return "/race/{race_id}/participants";
	}

	@Override
	public ApiAnswer answer(ApiCall call) {
		SimulatedEvent event = this.races.demanded(call);
		long modifiedAfter = count(call, "modified_after_timestamp", 0);
		List<SimulatedRunner> all = (modifiedAfter <= this.modified) ? List.copyOf(event.runners().values())
				: List.of();
		ArrayNode tree = ApiAnswer.object().arrayNode();
		ObjectNode entry = tree.addObject();
		entry.putObject("event").put("event_id", event.eventId());
		ArrayNode participants = entry.putArray("participants");
		page(call, all).forEach((runner) -> write(event, runner, participants.addObject()));
		return ApiAnswer.of("event_participants", tree);
	}

	private static List<SimulatedRunner> page(ApiCall call, List<SimulatedRunner> all) {
		long size = Math.clamp(count(call, "results_per_page", USUAL_PAGE), 1, LONGEST_PAGE);
		long page = Math.clamp(count(call, "page", 1), 1, 1_000_000);
		return all.stream().skip((page - 1) * size).limit(size).toList();
	}

	/**
	 * @throws CallError if it is no number
	 */
	private static long count(ApiCall call, String name, long usual) {
		Map<String, String> query = call.query();
		return query.containsKey(name) ? ApiCall.number(query.getOrDefault(name, ""))
			.orElseThrow(() -> CallError.invalidParameters(name + " is no number.")) : usual;
	}

	private void write(SimulatedEvent event, SimulatedRunner runner, ObjectNode item) {
		writeUser(runner, item.putObject("user"));
		item.put("registration_id", runner.registrationId())
			.put("event_id", event.eventId())
			.put("bib_num", runner.bib())
			.putNull("chip_num")
			.put("age",
					ChronoUnit.YEARS.between(runner.birthDate(),
							LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC)))
			.put("last_modified", this.modified)
			.put("imported", "F");
	}

	static void writeUser(SimulatedRunner runner, ObjectNode user) {
		user.put("user_id", runner.registrationId() + 7_000_000_000L)
			.put("first_name", runner.firstName())
			.putNull("middle_name")
			.put("last_name", runner.lastName())
			.put("email", runner.email())
			.put("dob", runner.birthDate().toString())
			.put("gender", runner.gender());
	}

}
