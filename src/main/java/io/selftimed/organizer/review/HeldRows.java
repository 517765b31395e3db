package io.selftimed.organizer.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.selftimed.race.ClockTime;
import io.selftimed.web.KeysetPage;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what waits for a person in an event, oldest first, a page by key in one query.
 */
@Repository
class HeldRows {

	private static final String ROWS = """
			select s.id, s.review_version, coalesce(s.bib, p.bib) as bib, p.first_name, p.last_name, s.outcome,
				s.clock_time_ms, e.distance_mm, s.elevation_gain_typed, s.elevation_unit, s.tally, s.submitted_at,
				s.identity_shown, s.held_for, s.doubts, s.note, s.question, s.answer,
				(select count(*) from submission o where o.participant_id = s.participant_id and o.id <> s.id) as others
			from (select * from submission where event_id = :event and review = 'held' and id > :after%s
					order by event_id, review, id fetch first :limit rows only) s
				join participant p on p.id = s.participant_id join event e on e.event_id = s.event_id
			order by s.id
			""";

	private final JdbcClient jdbc;

	HeldRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page of what waits.
	 * @param after the id after which it begins, 0 for the oldest
	 */
	KeysetPage<HeldRow> held(long eventId, long after, int size) {
		return page("", eventId, after, size);
	}

	/**
	 * What waits only because every result of the event does.
	 * @param after the id after which it begins, 0 for the oldest
	 */
	KeysetPage<HeldRow> plain(long eventId, long after, int size) {
		return page(" and held_for = 'every' and doubts = '' and note is null and question is null", eventId, after,
				size);
	}

	private KeysetPage<HeldRow> page(String condition, long eventId, long after, int size) {
		List<HeldRow> rows = this.jdbc.sql(ROWS.formatted(condition))
			.param("event", eventId)
			.param("after", after)
			.param("limit", size + 1)
			.query(HeldRows::row)
			.list();
		return KeysetPage.of(rows, size, HeldRow::id);
	}

	private static HeldRow row(ResultSet row, int number) throws SQLException {
		String typed = row.getString("elevation_gain_typed");
		return new HeldRow(row.getLong("id"), row.getInt("review_version"), row.getObject("bib", Long.class), name(row),
				row.getString("outcome"), clockTime(row), row.getObject("distance_mm", Long.class),
				(typed != null) ? typed + " " + row.getString("elevation_unit") : null, row.getString("tally"),
				row.getObject("submitted_at", OffsetDateTime.class).toInstant(), row.getString("identity_shown"),
				words(row.getString("held_for")), words(row.getString("doubts")), row.getString("note"),
				row.getString("question"), row.getString("answer"), row.getLong("others"));
	}

	private static @Nullable String name(ResultSet row) throws SQLException {
		String name = Stream.of(row.getString("first_name"), row.getString("last_name"))
			.filter((part) -> part != null && !part.isBlank())
			.collect(Collectors.joining(" "));
		return name.isEmpty() ? null : name;
	}

	private static @Nullable ClockTime clockTime(ResultSet row) throws SQLException {
		Long milliseconds = row.getObject("clock_time_ms", Long.class);
		return (milliseconds != null) ? new ClockTime(milliseconds) : null;
	}

	private static List<String> words(String words) {
		return words.isEmpty() ? List.of() : List.of(words.split(","));
	}

}
