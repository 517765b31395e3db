package io.selftimed.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.selftimed.race.EventCounts;
import io.selftimed.runsignup.ClosedGate;
import io.selftimed.runsignup.Gates;

import org.springframework.stereotype.Service;

/**
 * Tells a bad result from a bad event: when results that travelled alone are refused one
 * after the other with one code, the event's gate closes and they are due again.
 */
@Service
class EventRefusals {

	private final Gates gates;

	private final Attempts attempts;

	private final Deliveries deliveries;

	private final EventCounts counts;

	EventRefusals(Gates gates, Attempts attempts, Deliveries deliveries, EventCounts counts) {
		this.gates = gates;
		this.attempts = attempts;
		this.deliveries = deliveries;
		this.counts = counts;
	}

	/**
	 * Counts a refusal of a single result.
	 * @return whether the event is at fault as far as can be seen
	 */
	boolean blameEvent(long eventId, int code, String message) {
		if (!this.gates.refusedAlone(eventId, code, message)) {
			return false;
		}
		since(eventId).ifPresent((since) -> takeBack(eventId, code, since));
		return true;
	}

	private Optional<Instant> since(long eventId) {
		return this.gates.closed()
			.stream()
			.filter((gate) -> gate.cause() == ClosedGate.Cause.REFUSALS && gate.subject() == eventId)
			.map(ClosedGate::since)
			.findFirst();
	}

	/** Makes due again what was refused while the event was at fault, once for each. */
	private void takeBack(long eventId, int code, Instant since) {
		List<Long> refused = this.attempts.refusedAlone(eventId, code, since);
		int takenBack = this.deliveries.takeBack(refused);
		if (takenBack > 0) {
			this.counts.add(eventId, "refused", -takenBack);
			this.counts.add(eventId, "waiting", takenBack);
		}
	}

}
