package io.selftimed.organizer.roster;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.selftimed.organizer.Columns;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Everything that is kept of one runner, as a document to hand over.
 */
@Repository
class RunnersData {

	/** Never what others must not see: receipts are addresses only their holder knows. */
	private static final String PARTICIPANT = """
			select id, event_id, registration_id, bib, first_name, last_name, birth_date, email, removed_at, erased_at
			from participant where id = :id
			""";

	private static final String SUBMISSIONS = """
			select id, number, submitted_at, bib, outcome, clock_time_ms, elevation_gain_mm, elevation_gain_typed,
				elevation_unit, tally, email, note, identity_shown, language, review, held_for, doubts, review_words,
				question, answer
			from submission where participant_id = :id order by number
			""";

	/** Who of the race acted is not the runner's data. */
	private static final String HISTORY = """
			select l.submission_id, l.at, l.what, l.why, l.words from submission_log l
				join submission s on s.id = l.submission_id
			where s.participant_id = :id order by l.id
			""";

	private static final String CALLS = """
			select submission_id, started_at, outcome, results_received_ts, individual_result_set_id, submitted_time_in_ms,
				elevation_gain_in_mm
			from delivery_attempt where participant_id = :id order by id
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json = JsonMapper.builder().build();

	RunnersData(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What a participant sent, newest first. */
	List<SentResult> submissions(long participantId) {
		return this.jdbc.sql("""
				select id, submitted_at, outcome, clock_time_ms, review from submission
				where participant_id = :id order by number desc fetch first 100 rows only
				""")
			.param("id", participantId)
			.query((row, number) -> new SentResult(row.getLong("id"),
					row.getObject("submitted_at", OffsetDateTime.class).toInstant(), row.getString("outcome"),
					Columns.clockTime(row), row.getString("review")))
			.list();
	}

	/** The document, as JSON in UTF-8. */
	byte[] of(long participantId) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("participant", rows(PARTICIPANT, participantId).getFirst());
		document.put("submissions", rows(SUBMISSIONS, participantId));
		document.put("history", rows(HISTORY, participantId));
		document.put("deliveries", rows(CALLS, participantId));
		return this.json.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
	}

	private List<Map<String, @Nullable Object>> rows(String sql, long participantId) {
		return this.jdbc.sql(sql).param("id", participantId).query((row, number) -> {
			Map<String, @Nullable Object> cells = new LinkedHashMap<>();
			for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
				Object cell = row.getObject(column);
				boolean plain = cell == null || cell instanceof Number;
				cells.put(row.getMetaData().getColumnLabel(column), plain ? cell : row.getString(column));
			}
			return cells;
		}).list();
	}

}
