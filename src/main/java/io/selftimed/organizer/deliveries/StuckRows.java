package io.selftimed.organizer.deliveries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what RunSignup does not have, oldest first, and why; never what it has.
 */
@Repository
class StuckRows {

	/** So many are listed; the list of submissions holds all. */
	static final int LISTED = 25;

	private final JdbcClient jdbc;

	StuckRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The first of those in a state. */
	List<StuckRow> of(long eventId, String state) {
		return this.jdbc.sql("""
				select s.id, w.participant_id, p.bib, w.state, s.submitted_at, w.attempts, w.due_at, last.outcome,
					last.error_message
				from (select participant_id, state, wanted_submission_id, attempts, due_at,
						(select max(a.id) from delivery_attempt a
							where a.submission_id = delivery.wanted_submission_id) as last_attempt
					from delivery
					where event_id = :event and state = :state and wanted_submission_id > 0
					order by event_id, state, wanted_submission_id fetch first :listed rows only) w
					join submission s on s.id = w.wanted_submission_id
					join participant p on p.id = w.participant_id
					left join delivery_attempt last on last.id = w.last_attempt
				order by s.id
				""").param("event", eventId).param("state", state).param("listed", LISTED).query(StuckRows::row).list();
	}

	/** The participants whose results RunSignup refused, oldest first. */
	List<Long> refused(long eventId, int most) {
		return this.jdbc.sql("""
				select participant_id from delivery
				where event_id = :event and state = 'refused' and wanted_submission_id > 0
				order by event_id, state, wanted_submission_id fetch first :most rows only
				""").param("event", eventId).param("most", most).query((row, number) -> row.getLong(1)).list();
	}

	/** How many are in a state, as counted. */
	long count(long eventId, String state) {
		return this.jdbc.sql("""
				select coalesce(sum(delta), 0) from event_count_delta where event_id = :event and what = :state
				""").param("event", eventId).param("state", state).query(Long.class).single();
	}

	private static StuckRow row(ResultSet row, int number) throws SQLException {
		return new StuckRow(row.getLong("id"), row.getLong("participant_id"), row.getObject("bib", Long.class),
				row.getString("state"), row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
				row.getInt("attempts"), instant(row, "due_at"), row.getString("outcome"),
				row.getString("error_message"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

}
