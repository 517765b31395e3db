package io.selftimed.delivery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.selftimed.runsignup.ClosedGate;
import io.selftimed.runsignup.Gates;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the troubles from the closed gates and from what is due behind them.
 */
@Repository
class GateTroubles implements Troubles {

	private final JdbcClient jdbc;

	private final Gates gates;

	GateTroubles(JdbcClient jdbc, Gates gates) {
		this.jdbc = jdbc;
		this.gates = gates;
	}

	@Override
	public List<Pause> pauses() {
		List<ClosedGate> closed = this.gates.closed()
			.stream()
			.filter((gate) -> gate.cause() != ClosedGate.Cause.HELD)
			.toList();
		if (closed.isEmpty()) {
			return List.of();
		}
		List<Stopped> waiting = waiting();
		return closed.stream().map((gate) -> pause(gate, waiting)).toList();
	}

	/** The events that have anything to send, now or later. */
	private List<Stopped> waiting() {
		return this.jdbc.sql("""
				select e.race_id, e.event_id from event e
				where exists (select 1 from delivery d where d.event_id = e.event_id and d.due_at is not null)
				order by e.race_id, e.event_id
				""").query((row, number) -> new Stopped(row.getLong(1), row.getLong(2))).list();
	}

	private static Pause pause(ClosedGate gate, List<Stopped> waiting) {
		Set<Stopped> stopped = waiting.stream()
			.filter((event) -> gate.stops(event.raceId(), event.eventId()))
			.collect(Collectors.toCollection(LinkedHashSet::new));
		Cause cause = cause(gate);
		return new Pause(gate.scope().name().toLowerCase(Locale.ROOT) + ":" + gate.subject(), cause, gate.code(),
				gate.message(), (cause == Cause.OUTAGE) ? gate.since() : gate.closedAt(), stopped);
	}

	private static Cause cause(ClosedGate gate) {
		return switch (gate.cause()) {
			case OUTAGE -> Cause.OUTAGE;
			case THROTTLED -> Cause.THROTTLED;
			case REGISTRATION -> Cause.REGISTRATION;
			case CREDENTIAL -> Cause.CREDENTIAL;
			case PERMISSION -> Cause.PERMISSION;
			case UNKNOWN_THERE -> Cause.UNKNOWN_THERE;
			case MISSPOKEN -> Cause.MISSPOKEN;
			case REFUSALS -> Cause.REFUSALS;
			case HELD -> throw new IllegalArgumentException("no trouble but a wish");
		};
	}

}
