package io.selftimed.sandbox.api;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A race and its events, their times in the race's time zone.
 */
final class GetRace implements Operation {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d/yyyy HH:mm", Locale.ROOT);

	private final SimulatedRaces races;

	GetRace(SimulatedRaces races) {
		this.races = races;
	}

	@Override
	public String name() {
		return "race";
	}

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public String path() {
		return "/race/{race_id}";
	}

	@Override
	public ApiAnswer answer(ApiCall call) {
		long raceId = this.races.demandedRace(call);
		ObjectNode tree = ApiAnswer.object();
		ObjectNode race = tree.putObject("race")
			.put("race_id", raceId)
			.put("name", this.races.race(raceId).orElse(""))
			.put("is_draft_race", "F")
			.put("timezone", SimulatedRaces.ZONE.getId());
		ArrayNode events = race.putArray("events");
		this.races.events(raceId).forEach((event) -> write(event, events.addObject()));
		return ApiAnswer.of("race", tree);
	}

	private static void write(SimulatedEvent event, ObjectNode item) {
		item.put("event_id", event.eventId())
			.put("name", event.name())
			.put("start_time", time(event.opens()))
			.put("end_time", time(event.closes()))
			.put("event_type", "virtual_race")
			.put("distance", event.distance());
	}

	private static String time(LocalDateTime time) {
		return TIME.format(time);
	}

}
