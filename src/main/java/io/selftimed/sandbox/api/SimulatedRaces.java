package io.selftimed.sandbox.api;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The races, events and registrations of the simulator: race 4100 with the demo's events,
 * and race 4900 in which the examples that RunSignup publishes work as they stand.
 */
public final class SimulatedRaces {

	/** The time zone of both races. */
	static final ZoneId ZONE = ZoneId.of("America/New_York");

	private static final Map<Long, String> NAMES = Map.of(4100L, "Harbor Lights Virtual Run", 4900L,
			"Published Examples");

	private final LocalDate today;

	private final List<SimulatedEvent> events;

	/**
	 * The races as of a day: the windows of the open events lie around it.
	 */
	public SimulatedRaces(LocalDate today) {
		this.today = today;
		this.events = List.of(harbor(41001, "Harbor 5K", "5K", true, List.of(51001L), 0),
				harbor(41002, "Harbor Half", "13.1 Miles", false, List.of(51002L, 51003L), 0),
				harbor(41003, "Harbor Miles", null, true, List.of(), 0),
				harbor(41004, "Harbor Mile", "1 Mile", false, List.of(51004L), 37),
				published(49001, "JSON Example", true, 17030), published(49002, "XML Example", false, 895));
	}

	/** The name of a race, empty if there is no such race. */
	Optional<String> race(long raceId) {
		return Optional.ofNullable(NAMES.get(raceId));
	}

	/** All events. */
	public List<SimulatedEvent> events() {
		return this.events;
	}

	/** The events of a race. */
	List<SimulatedEvent> events(long raceId) {
		return this.events.stream().filter((event) -> event.raceId() == raceId).toList();
	}

	/** An event of a race, empty if that race has no such event. */
	Optional<SimulatedEvent> event(long raceId, long eventId) {
		return events(raceId).stream().filter((event) -> event.eventId() == eventId).findFirst();
	}

	/**
	 * The event that a call names.
	 * @throws CallError if there is no such event
	 */
	SimulatedEvent demanded(ApiCall call) {
		long raceId = demandedRace(call);
		String eventId = call.query().get("event_id");
		if (eventId == null) {
			throw CallError.invalidParameters("event_id is required.");
		}
		long id = ApiCall.number(eventId).orElseThrow(() -> CallError.invalidId("event_id is no number."));
		return event(raceId, id).orElseThrow(CallError::eventNotFound);
	}

	/**
	 * The race that a call names.
	 * @throws CallError if there is no such race
	 */
	long demandedRace(ApiCall call) {
		long raceId = call.id("race_id").orElseThrow(() -> CallError.invalidId("race_id is no number."));
		race(raceId).orElseThrow(CallError::raceNotFound);
		return raceId;
	}

	/** The race of an event, empty if there is no such event. */
	public Optional<Long> raceOf(long eventId) {
		return this.events.stream()
			.filter((event) -> event.eventId() == eventId)
			.map(SimulatedEvent::raceId)
			.findFirst();
	}

	private SimulatedEvent harbor(long eventId, String name, @Nullable String distance, boolean elevation,
			List<Long> resultSets, int daysAgo) {
		return event(4100, eventId, name, distance, elevation, resultSets, daysAgo,
				LongStream.rangeClosed(HarborRunners.FIRST_BIB, HarborRunners.LAST_BIB)
					.mapToObj((bib) -> HarborRunners.runner(eventId, bib)));
	}

	/** Registration 3212 has no bib yet. */
	private SimulatedEvent published(long eventId, String name, boolean elevation, long resultSet) {
		return event(4900, eventId, name, "5K", elevation, List.of(resultSet), 0,
				Stream.of(new SimulatedRunner(3210, 123L, "Ada", "Winter", LocalDate.of(1986, 1, 6)),
						new SimulatedRunner(3211, 456L, "Ben", "Summer", LocalDate.of(1991, 7, 30)),
						new SimulatedRunner(3212, null, "Cyd", "Autumn", LocalDate.of(2001, 10, 11))));
	}

	private SimulatedEvent event(long raceId, long eventId, String name, @Nullable String distance, boolean elevation,
			List<Long> resultSets, int daysAgo, Stream<SimulatedRunner> all) {
		Map<Long, SimulatedRunner> runners = new LinkedHashMap<>();
		all.forEach((runner) -> runners.put(runner.registrationId(), runner));
		LocalDateTime middle = this.today.minusDays(daysAgo).atTime(LocalTime.of(6, 0));
		return SimulatedEvent.of(raceId, eventId, name, distance, elevation, resultSets, middle.minusDays(30),
				middle.plusDays(30), runners);
	}

}
