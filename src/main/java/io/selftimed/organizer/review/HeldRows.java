package io.selftimed.organizer.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.selftimed.organizer.Columns;
import io.selftimed.web.KeysetPage;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what waits for a person in an event, oldest first, a page by key in one query,
 * and what its runners sent else in another.
 */
@Repository
class HeldRows {

	/** So many of a runner's other submissions are shown. */
	static final int LATEST = 3;

	private static final String ROWS = """
			select s.id, s.review_version, s.participant_id, coalesce(s.bib, p.bib) as bib, p.first_name, p.last_name, s.outcome,
				s.clock_time_ms, e.distance_mm, s.elevation_gain_typed, s.elevation_unit, s.tally, s.submitted_at,
				s.identity_shown, s.held_for, s.doubts, s.note, s.question, s.answer,
				(select count(*) from submission o where o.participant_id = s.participant_id and o.id <> s.id) as others
			from (select * from (select * from submission where event_id = :event and review = 'held' and id > :after
						order by event_id, review, id fetch first :met rows only) met
					%s order by id fetch first :limit rows only) s
				join participant p on p.id = s.participant_id join event e on e.event_id = s.event_id
			order by s.id
			""";

	/** So many of what waits are met at most to find those without doubts. */
	private static final int MET = 1000;

	private static final String PLAIN = "where held_for = 'every' and doubts = '' and note is null and question is null";

	private final JdbcClient jdbc;

	HeldRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page of what waits.
	 * @param after the id after which it begins, 0 for the oldest
	 */
	KeysetPage<HeldRow> held(long eventId, long after, int size) {
		KeysetPage<HeldRow> page = KeysetPage.of(page("", eventId, after, size + 1, size + 1), size, HeldRow::id);
		Set<Long> runners = page.rows()
			.stream()
			.filter((row) -> row.others() > 0)
			.map(HeldRow::participantId)
			.collect(Collectors.toSet());
		Map<Long, List<HeldRow.Other>> others = others(runners);
		return new KeysetPage<>(page.rows().stream().map((row) -> row.with(latest(row, others))).toList(), page.next());
	}

	/**
	 * What waits only because every result of the event does. It looks through a bounded
	 * part of what waits, so a page may hold fewer than there are, and none at all, and
	 * yet go on.
	 * @param after the id after which it begins, 0 for the oldest
	 */
	KeysetPage<HeldRow> plain(long eventId, long after, int size) {
		return plain(eventId, after, size, MET);
	}

	KeysetPage<HeldRow> plain(long eventId, long after, int size, int met) {
		List<HeldRow> rows = page(PLAIN, eventId, after, size + 1, met);
		if (rows.size() > size) {
			return KeysetPage.of(rows, size, HeldRow::id);
		}
		return new KeysetPage<>(rows, lastMet(eventId, after, met));
	}

	/** Where it stopped to look, null if there was no more to look at. */
	private @Nullable Long lastMet(long eventId, long after, int met) {
		return this.jdbc.sql("""
				select id from submission where event_id = :event and review = 'held' and id > :after
				order by event_id, review, id offset :before rows fetch first 1 row only
				""")
			.param("event", eventId)
			.param("after", after)
			.param("before", met - 1)
			.query(Long.class)
			.optional()
			.orElse(null);
	}

	private static List<HeldRow.Other> latest(HeldRow row, Map<Long, List<HeldRow.Other>> others) {
		return others.getOrDefault(row.participantId(), List.of())
			.stream()
			.filter((one) -> one.id() != row.id())
			.limit(LATEST)
			.toList();
	}

	/** The latest submissions of these runners, newest first, one more than is shown. */
	private Map<Long, List<HeldRow.Other>> others(Set<Long> runners) {
		if (runners.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("""
				select * from (select id, participant_id, number, outcome, clock_time_ms, submitted_at, review,
						row_number() over (partition by participant_id order by number desc) as place
					from submission where participant_id in (:runners)) newest
				where place <= :most order by participant_id, number desc
				""")
			.param("runners", runners)
			.param("most", LATEST + 1)
			.query((row, number) -> new HeldRow.Other(row.getLong("id"), row.getLong("participant_id"),
					row.getString("outcome"), Columns.clockTime(row),
					row.getObject("submitted_at", OffsetDateTime.class).toInstant(), row.getString("review")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(HeldRow.Other::participantId));
	}

	private List<HeldRow> page(String condition, long eventId, long after, int limit, int met) {
		return this.jdbc.sql(ROWS.formatted(condition))
			.param("event", eventId)
			.param("after", after)
			.param("met", met)
			.param("limit", limit)
			.query(HeldRows::row)
			.list();
	}

	private static HeldRow row(ResultSet row, int number) throws SQLException {
		return new HeldRow(row.getLong("id"), row.getInt("review_version"), row.getLong("participant_id"),
				row.getObject("bib", Long.class), Columns.name(row), row.getString("outcome"), Columns.clockTime(row),
				row.getObject("distance_mm", Long.class), Columns.elevation(row), row.getString("tally"),
				row.getObject("submitted_at", OffsetDateTime.class).toInstant(), row.getString("identity_shown"),
				Columns.words(row.getString("held_for")), Columns.words(row.getString("doubts")), row.getString("note"),
				row.getString("question"), row.getString("answer"), row.getLong("others"), List.of());
	}

}
