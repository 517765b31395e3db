package io.selftimed.sandbox.api;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A virtual event as the simulator knows it.
 *
 * @param raceId the race it belongs to
 * @param eventId its id, unique in the simulator
 * @param name its name
 * @param distance its distance for people, null if each runner goes their own
 * @param elevationAllowed whether results have an elevation gain
 * @param resultSets the result sets it has from the start, perhaps none
 * @param opens when it begins, in the race's time zone
 * @param closes when it ends, in the race's time zone
 * @param runners everybody who registered, by registration
 * @param registrations the registration of each bib
 */
public record SimulatedEvent(long raceId, long eventId, String name, @Nullable String distance,
		boolean elevationAllowed, List<Long> resultSets, LocalDateTime opens, LocalDateTime closes,
		Map<Long, SimulatedRunner> runners, Map<Long, Long> registrations) {

	/** An event whose bibs come from its runners. */
	static SimulatedEvent of(long raceId, long eventId, String name, @Nullable String distance,
			boolean elevationAllowed, List<Long> resultSets, LocalDateTime opens, LocalDateTime closes,
			Map<Long, SimulatedRunner> runners) {
		Map<Long, Long> registrations = runners.values()
			.stream()
			.filter((runner) -> runner.bib() != null)
			.collect(Collectors.toMap((runner) -> runner.bibOr(IllegalStateException::new),
					SimulatedRunner::registrationId));
		return new SimulatedEvent(raceId, eventId, name, distance, elevationAllowed, resultSets, opens, closes, runners,
				registrations);
	}

	/** A runner, empty if the event has no such registration. */
	Optional<SimulatedRunner> runner(long registrationId) {
		return Optional.ofNullable(this.runners.get(registrationId));
	}

	/** The registration of a bib, empty if nobody has that bib. */
	Optional<Long> registrationOf(long bib) {
		return Optional.ofNullable(this.registrations.get(bib));
	}

}
