package io.selftimed.organizer.submissions;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

import io.selftimed.organizer.Columns;
import io.selftimed.race.ClockTime;
import io.selftimed.web.KeysetPage;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What RunSignup did not take, as a file for entering it there by hand: bib, time, tally
 * and elevation gain as RunSignup wants them, and why it did not.
 */
@Component
class ByHandExport {

	private static final int CHUNK = 500;

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
		.setHeader("reference", "registration_id", "bib", "last_name", "clock_time", "tally", "elevation_gain_in_mm",
				"why", "runsignup_said")
		.get();

	private static final String ROWS = """
			select d.participant_id, d.state, p.registration_id, p.bib, p.last_name, s.id, s.clock_time_ms,
				case when s.outcome = 'WITHDRAWN' then e.withdrawal_outcome else s.outcome end as wire, s.tally, s.elevation_gain_mm, (select a.error_message from delivery_attempt a where a.id =
					(select max(l.id) from delivery_attempt l where l.submission_id = s.id)) as said
			from delivery d join participant p on p.id = d.participant_id
				join submission s on s.id = d.wanted_submission_id join event e on e.event_id = d.event_id
			where d.event_id = :event and d.state = :state and d.participant_id > :after
			order by d.event_id, d.state, d.participant_id fetch first :limit rows only
			""";

	private final JdbcClient jdbc;

	ByHandExport(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes the file of an event, heading first.
	 * @param eventId RunSignup's id of the event
	 * @param out where to; not closed
	 * @throws IOException if the reader is gone
	 */
	void write(long eventId, Appendable out) throws IOException {
		CSVPrinter printer = FORMAT.print(out);
		for (String state : List.of("too-late", "refused")) {
			@Nullable Long after = 0L;
			while (after != null) {
				KeysetPage<Row> chunk = chunk(eventId, state, after);
				for (Row row : chunk.rows()) {
					printer.printRecord(row.cells());
				}
				after = chunk.next();
			}
		}
		printer.flush();
	}

	private KeysetPage<Row> chunk(long eventId, String state, long after) {
		List<Row> fetched = this.jdbc.sql(ROWS)
			.param("event", eventId)
			.param("state", state)
			.param("after", after)
			.param("limit", CHUNK + 1)
			.query(ByHandExport::row)
			.list();
		return KeysetPage.of(fetched, CHUNK, Row::participantId);
	}

	private static Row row(ResultSet rs, int number) throws SQLException {
		Long milliseconds = rs.getObject("clock_time_ms", Long.class);
		String time = (milliseconds != null) ? new ClockTime(milliseconds).toString() : rs.getString("wire");
		return new Row(rs.getLong("participant_id"),
				Arrays.asList(rs.getLong("id"), rs.getObject("registration_id", Long.class),
						rs.getObject("bib", Long.class), Columns.unformulated(rs.getString("last_name")), time,
						Columns.unformulated(rs.getString("tally")), rs.getObject("elevation_gain_mm", Long.class),
						rs.getString("state"), Columns.unformulated(rs.getString("said"))));
	}

	private record Row(long participantId, List<@Nullable Object> cells) {
	}

}
