package io.selftimed.delivery;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.selftimed.race.Event;
import io.selftimed.race.EventCatalog;
import io.selftimed.runsignup.UserResult;
import io.selftimed.web.KeysetPage;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what is wanted from the deliveries, state by state along their index. A result of
 * which neither bib nor registration is known any more could not be sent, and is left
 * out.
 */
@Repository
class JdbcWantedResults implements WantedResults {

	private static final int CHUNK = 500;

	private static final List<String> STATES = List.of("received", "waiting", "refused", "too-late");

	private final JdbcClient jdbc;

	private final EventCatalog events;

	JdbcWantedResults(JdbcClient jdbc, EventCatalog events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	@Override
	public void read(long eventId, Reader reader) throws IOException {
		Event event = this.events.byId(eventId).orElseThrow();
		for (String state : STATES) {
			@Nullable Long after = 0L;
			while (after != null) {
				KeysetPage<Row> chunk = KeysetPage.of(chunk(event, state, after), CHUNK, Row::participantId);
				for (Row row : chunk.rows()) {
					if (row.result() != null) {
						reader.take(row.result());
					}
				}
				after = chunk.next();
			}
		}
	}

	private List<Row> chunk(Event event, String state, long after) {
		return this.jdbc.sql("""
				select d.participant_id, p.registration_id, p.bib, s.clock_time_ms, s.elevation_gain_mm, s.tally,
					case when s.outcome = 'WITHDRAWN' then e.withdrawal_outcome else s.outcome end as wire
				from delivery d join participant p on p.id = d.participant_id
					join submission s on s.id = d.wanted_submission_id join event e on e.event_id = d.event_id
				where d.event_id = :event and d.state = :state and d.participant_id > :after
				order by d.event_id, d.state, d.participant_id fetch first :limit rows only
				""")
			.param("event", event.eventId())
			.param("state", state)
			.param("after", after)
			.param("limit", CHUNK + 1)
			.query((row, number) -> row(row, event))
			.list();
	}

	private static Row row(ResultSet row, Event event) throws SQLException {
		boolean known = row.getObject("registration_id") != null || row.getObject("bib") != null;
		return new Row(row.getLong("participant_id"), known ? ClaimedItems.result(row, event) : null);
	}

	/**
	 * What is wanted of a runner.
	 */
	private record Row(long participantId, @Nullable UserResult result) {
	}

}
