package io.selftimed.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The races, events and registrations of the simulator: race 4100 with the demo's events,
 * and race 4900 in which the examples that RunSignup publishes work as they stand.
 */
final class SimulatedRaces {

	private static final long FIRST_BIB = 101;

	private static final long LAST_BIB = 500;

	private final List<SimulatedEvent> events = List.of(harbor(41001, true, List.of(51001L)),
			harbor(41002, false, List.of(51002L, 51003L)), harbor(41003, true, List.of()),
			harbor(41004, false, List.of(51004L)), published(49001, true, 17030), published(49002, false, 895));

	/** Whether there is a race of this id. */
	boolean hasRace(long raceId) {
		return this.events.stream().anyMatch((event) -> event.raceId() == raceId);
	}

	/** An event of a race, empty if that race has no such event. */
	Optional<SimulatedEvent> event(long raceId, long eventId) {
		return this.events.stream()
			.filter((event) -> event.raceId() == raceId && event.eventId() == eventId)
			.findFirst();
	}

	/** The race of an event, empty if there is no such event. */
	Optional<Long> raceOf(long eventId) {
		return this.events.stream()
			.filter((event) -> event.eventId() == eventId)
			.map(SimulatedEvent::raceId)
			.findFirst();
	}

	private static SimulatedEvent harbor(long eventId, boolean elevation, List<Long> resultSets) {
		Map<Long, Long> bibs = new TreeMap<>();
		for (long bib = FIRST_BIB; bib <= LAST_BIB; bib++) {
			bibs.put(eventId * 1000 + bib, bib);
		}
		return event(4100, eventId, elevation, resultSets, bibs);
	}

	private static SimulatedEvent published(long eventId, boolean elevation, long resultSet) {
		return event(4900, eventId, elevation, List.of(resultSet), Map.of(3210L, 123L, 3211L, 456L));
	}

	private static SimulatedEvent event(long raceId, long eventId, boolean elevation, List<Long> resultSets,
			Map<Long, Long> bibs) {
		Map<Long, Long> registrations = new TreeMap<>();
		bibs.forEach((registration, bib) -> registrations.put(bib, registration));
		return new SimulatedEvent(raceId, eventId, elevation, resultSets, bibs, registrations);
	}

}
