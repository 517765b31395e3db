package io.selftimed.organizer.deliveries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
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

	private final InstantSource clock;

	StuckRows(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The first of those in a state, each with since when it is stuck. */
	List<StuckRow> of(long eventId, String state) {
		return this.jdbc
			.sql("""
					select s.id, f.participant_id, p.bib, f.state, f.attempts, f.due_at, last.outcome, last.error_message,
						case when f.state = 'waiting' and f.settled_at < failed.started_at then f.settled_at
						else coalesce(failed.started_at, f.settled_at, s.submitted_at) end as since
					from (select w.participant_id, w.state, w.wanted_submission_id, w.attempts, w.settled_at, w.due_at,
								w.last_attempt,
								(select min(a.id) from delivery_attempt a where a.submission_id = w.wanted_submission_id
									and a.id > w.taking_attempt and a.outcome not in ('received', 'under-way')) as failed_attempt
							from (select participant_id, state, wanted_submission_id, attempts, settled_at, due_at,
									(select max(a.id) from delivery_attempt a
										where a.submission_id = delivery.wanted_submission_id) as last_attempt,
									coalesce((select max(a.id) from delivery_attempt a
										where a.submission_id = delivery.wanted_submission_id
											and a.outcome = 'received'), 0) as taking_attempt
								from delivery
								where event_id = :event and state = :state and wanted_submission_id > 0
								order by event_id, state, wanted_submission_id fetch first :listed rows only) w) f
						join submission s on s.id = f.wanted_submission_id
						join participant p on p.id = f.participant_id
						left join delivery_attempt last on last.id = f.last_attempt
						left join delivery_attempt failed on failed.id = f.failed_attempt
					order by s.id
					""")
			.param("event", eventId)
			.param("state", state)
			.param("listed", LISTED)
			.query(this::row)
			.list();
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

	private StuckRow row(ResultSet row, int number) throws SQLException {
		Instant since = instant(row, "since");
		boolean due = since != null && !since.isAfter(this.clock.instant());
		return new StuckRow(row.getLong("id"), row.getLong("participant_id"), row.getObject("bib", Long.class),
				row.getString("state"), due ? since : null, row.getInt("attempts"), instant(row, "due_at"),
				row.getString("outcome"), row.getString("error_message"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

}
