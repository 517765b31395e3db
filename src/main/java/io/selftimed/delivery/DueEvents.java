package io.selftimed.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import io.selftimed.race.Event;
import io.selftimed.race.EventCatalog;
import io.selftimed.runsignup.ClosedGate;
import io.selftimed.runsignup.Gates;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds the event whose turn it is: one that has something due and that no closed gate
 * stops. Events take turns, so that a large one starves none.
 */
@Repository
class DueEvents {

	/**
	 * Asks event by event: one look into an index each, however many were delivered.
	 */
	static final String NEXT_DUE = """
			select e.event_id from event e where e.event_id > :after and exists (select 1 from delivery d
				where d.event_id = e.event_id and d.due_at <= :now and d.claim_token is null
					and d.wanted_submission_id is not null)
			order by e.event_id fetch first 1 rows only
			""";

	private final JdbcClient jdbc;

	private final EventCatalog events;

	private final Gates gates;

	private final AtomicLong lastTurn = new AtomicLong();

	DueEvents(JdbcClient jdbc, EventCatalog events, Gates gates) {
		this.jdbc = jdbc;
		this.events = events;
		this.gates = gates;
	}

	/** Whether any event has a turn. */
	boolean any(Instant now) {
		return next(now, 0, shut(now)).isPresent();
	}

	/** The event whose turn it is, which is then the last one. */
	Optional<Event> takeTurn(Instant now) {
		List<ClosedGate> shut = shut(now);
		Optional<Event> event = next(now, this.lastTurn.get(), shut).or(() -> next(now, 0, shut));
		event.ifPresent((turn) -> this.lastTurn.set(turn.eventId()));
		return event;
	}

	/** The gates that let not even a probe pass yet. */
	private List<ClosedGate> shut(Instant now) {
		return this.gates.closed().stream().filter((gate) -> gate.probeAt().isAfter(now)).toList();
	}

	private Optional<Event> next(Instant now, long after, List<ClosedGate> shut) {
		Optional<Event> next = nextDue(now, after);
		while (next.isPresent() && isStopped(next.get(), shut)) {
			next = nextDue(now, next.get().eventId());
		}
		return next;
	}

	private static boolean isStopped(Event event, List<ClosedGate> shut) {
		return shut.stream().anyMatch((gate) -> gate.stops(event.race().raceId(), event.eventId()));
	}

	private Optional<Event> nextDue(Instant now, long after) {
		return this.jdbc.sql(NEXT_DUE)
			.param("after", after)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query(DueEvents::eventId)
			.optional()
			.flatMap(this.events::byId);
	}

	private static Long eventId(ResultSet row, int number) throws SQLException {
		return row.getLong("event_id");
	}

}
