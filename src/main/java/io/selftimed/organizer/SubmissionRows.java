package io.selftimed.organizer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import io.selftimed.race.ClockTime;
import io.selftimed.web.KeysetPage;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads an event's submissions, a page by key in one query: first the few rows, then what
 * belongs to them, so that a page costs the same however many there are. H2 walks along
 * an index only if the order names each of its columns, so the event is named there too.
 */
@Repository
class SubmissionRows {

	private static final String ROWS = """
			select s.id, p.bib, p.last_name, s.outcome, s.clock_time_ms, s.elevation_gain_typed, s.elevation_unit,
				s.tally, s.submitted_at, s.review, s.email, s.note, s.doubts, d.wanted_submission_id, d.state,
				last.outcome as last_outcome, last.error_message as last_error,
				took.results_received_ts, took.individual_result_set_id, took.submitted_time_in_ms
			from (
				select id, participant_id, outcome, clock_time_ms, elevation_gain_typed, elevation_unit, tally,
					submitted_at, review, email, note, doubts,
					(select max(a.id) from delivery_attempt a where a.submission_id = submission.id) as last_attempt,
					(select max(a.id) from delivery_attempt a where a.submission_id = submission.id
						and a.results_received_ts is not null) as taking_attempt
				from submission
				where event_id = :event and id %1$s :key
				order by event_id %2$s, id %2$s
				fetch first :limit rows only
			) s
				left join participant p on p.id = s.participant_id
				left join delivery d on d.participant_id = s.participant_id
				left join delivery_attempt last on last.id = s.last_attempt
				left join delivery_attempt took on took.id = s.taking_attempt
			order by s.id %2$s
			""";

	private static final String BEFORE = ROWS.formatted("<", "desc");

	private static final String AFTER = ROWS.formatted(">", "asc");

	private final JdbcClient jdbc;

	SubmissionRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page of the list, newest first.
	 * @param before the id before which it begins, null for the newest
	 */
	KeysetPage<SubmissionRow> newest(long eventId, @Nullable Long before, int size) {
		long key = (before != null) ? before : Long.MAX_VALUE;
		return page(BEFORE, eventId, key, size);
	}

	/**
	 * A page of the export, oldest first.
	 * @param after the id after which it begins, 0 for the oldest
	 */
	KeysetPage<SubmissionRow> oldest(long eventId, long after, int size) {
		return page(AFTER, eventId, after, size);
	}

	private KeysetPage<SubmissionRow> page(String sql, long eventId, long key, int size) {
		List<SubmissionRow> fetched = this.jdbc.sql(sql)
			.param("event", eventId)
			.param("key", key)
			.param("limit", size + 1)
			.query(SubmissionRows::row)
			.list();
		return KeysetPage.of(fetched, size, SubmissionRow::id);
	}

	private static SubmissionRow row(ResultSet rs, int number) throws SQLException {
		long id = rs.getLong("id");
		Long wanted = rs.getObject("wanted_submission_id", Long.class);
		SubmissionState state = SubmissionState.of(rs.getString("review"), wanted != null && wanted == id,
				rs.getString("state"));
		return new SubmissionRow(id, rs.getObject("bib", Long.class), rs.getString("last_name"),
				rs.getString("outcome"), clockTime(rs), rs.getString("elevation_gain_typed"),
				rs.getString("elevation_unit"), rs.getString("tally"),
				rs.getObject("submitted_at", OffsetDateTime.class).toInstant(), rs.getString("review"), state,
				rs.getString("email"), rs.getString("note"), attempt(rs), receipt(rs), doubts(rs.getString("doubts")));
	}

	private static List<String> doubts(String words) {
		return words.isEmpty() ? List.of() : List.of(words.split(","));
	}

	private static @Nullable ClockTime clockTime(ResultSet rs) throws SQLException {
		Long milliseconds = rs.getObject("clock_time_ms", Long.class);
		return (milliseconds != null) ? new ClockTime(milliseconds) : null;
	}

	private static SubmissionRow.@Nullable Attempt attempt(ResultSet rs) throws SQLException {
		String outcome = rs.getString("last_outcome");
		return (outcome != null) ? new SubmissionRow.Attempt(outcome, rs.getString("last_error")) : null;
	}

	private static SubmissionRow.@Nullable RunSignupReceipt receipt(ResultSet rs) throws SQLException {
		Long receivedTs = rs.getObject("results_received_ts", Long.class);
		if (receivedTs == null) {
			return null;
		}
		return new SubmissionRow.RunSignupReceipt(Instant.ofEpochSecond(receivedTs),
				rs.getObject("individual_result_set_id", Long.class), rs.getObject("submitted_time_in_ms", Long.class));
	}

}
