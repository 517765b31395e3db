package io.selftimed.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A virtual event as the simulator knows it.
 *
 * @param raceId the race it belongs to
 * @param eventId its id, unique in the simulator
 * @param elevationAllowed whether results have an elevation gain
 * @param resultSets the result sets it has from the start, perhaps none
 * @param bibs the bib of each registration
 * @param registrations the registration of each bib
 */
record SimulatedEvent(long raceId, long eventId, boolean elevationAllowed, List<Long> resultSets, Map<Long, Long> bibs,
		Map<Long, Long> registrations) {

	/** The bib of a registration, empty if the event has no such registration. */
	Optional<Long> bibOf(long registrationId) {
		return Optional.ofNullable(this.bibs.get(registrationId));
	}

	/** The registration of a bib, empty if nobody has that bib. */
	Optional<Long> registrationOf(long bib) {
		return Optional.ofNullable(this.registrations.get(bib));
	}

}
