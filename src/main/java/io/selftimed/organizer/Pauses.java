package io.selftimed.organizer;

import java.util.List;

import io.selftimed.runsignup.Gates;

import org.springframework.stereotype.Component;

/**
 * Says why results of an event wait, if they do.
 */
@Component
public class Pauses {

	private final Gates gates;

	Pauses(Gates gates) {
		this.gates = gates;
	}

	/** What stops calls for an event, longest first; empty while all flows. */
	public List<Pause> of(EventVisit visit) {
		return this.gates.closed()
			.stream()
			.filter((gate) -> gate.stops(visit.race().raceId(), visit.eventId()))
			.map(Pause::new)
			.toList();
	}

}
