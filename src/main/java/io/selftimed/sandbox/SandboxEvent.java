package io.selftimed.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * An event as the simulated RunSignup knows it.
 *
 * @param raceId the race
 * @param eventId the event
 * @param elevation whether elevation gain is allowed, and so required
 * @param resultSets the result sets there are
 * @param firstBib the first bib of the roster
 * @param lastBib the last bib of the roster
 */
record SandboxEvent(long raceId, long eventId, boolean elevation, List<Long> resultSets, long firstBib, long lastBib) {

	/**
	 * Every event of the sandbox: the demo race, and the race of the published examples.
	 */
	static final List<SandboxEvent> ALL = List.of(new SandboxEvent(4100, 41001, true, List.of(51001L), 101, 500),
			new SandboxEvent(4100, 41002, false, List.of(51002L, 51003L), 101, 500),
			new SandboxEvent(4100, 41003, true, List.of(), 101, 500),
			new SandboxEvent(4100, 41004, false, List.of(51004L), 101, 500),
			new SandboxEvent(4900, 49001, true, List.of(17030L), 0, 0),
			new SandboxEvent(4900, 49002, false, List.of(895L), 0, 0));

	/** The bib of a registration, empty if the event has no such registration. */
	Optional<Long> bibOf(long registration) {
		if (this.raceId == 4900) {
			return switch ((int) registration) {
				case 3210 -> Optional.of(123L);
				case 3211 -> Optional.of(456L);
				default -> Optional.empty();
			};
		}
		long bib = registration - this.eventId * 1000;
		return (bib >= this.firstBib && bib <= this.lastBib) ? Optional.of(bib) : Optional.empty();
	}

	/** The registration that has a bib, empty if none has. */
	Optional<Long> registrationOf(long bib) {
		if (this.raceId == 4900) {
			return (bib == 123) ? Optional.of(3210L) : (bib == 456) ? Optional.of(3211L) : Optional.empty();
		}
		return (bib >= this.firstBib && bib <= this.lastBib) ? Optional.of(this.eventId * 1000 + bib)
				: Optional.empty();
	}

}
