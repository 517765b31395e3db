package io.selftimed.organizer.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads how an event stands from what was counted: no submission is looked at, so it
 * costs the same however many there are.
 */
@Repository
class EventFigures {

	private final JdbcClient jdbc;

	EventFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How an event stands. */
	EventGlance glance(long eventId) {
		return this.jdbc.sql("""
				select e.opens_at, e.closes_at, c.*,
					(select count(*) from (select 1 as one from delivery d where d.event_id = :event
							and d.drift in ('differs', 'missing') fetch first :most rows only) drifting) as drift
				from event e cross join (select
						coalesce(sum(case when what = 'submissions' then delta end), 0) as submissions,
						coalesce(sum(case when what = 'waiting' then delta end), 0) as waiting,
						coalesce(sum(case when what = 'received' then delta end), 0) as received,
						coalesce(sum(case when what = 'refused' then delta end), 0) as refused,
						coalesce(sum(case when what = 'too-late' then delta end), 0) as too_late,
						coalesce(sum(case when what = 'held' then delta end), 0) as held
					from event_count_delta where event_id = :event) c
				where e.event_id = :event
				""")
			.param("event", eventId)
			.param("most", EventGlance.DRIFT_COUNTED + 1)
			.query(EventFigures::glance)
			.single();
	}

	/** The bars of a chart of an event, in their order; empty ones are left out. */
	List<Bucket> buckets(long eventId, String what) {
		return this.jdbc.sql("""
				select bucket, sum(delta) as total from event_histogram_delta where event_id = :event and what = :what
				group by bucket having sum(delta) > 0 order by bucket
				""")
			.param("event", eventId)
			.param("what", what)
			.query((row, number) -> new Bucket(row.getLong("bucket"), row.getLong("total")))
			.list();
	}

	private static EventGlance glance(ResultSet row, int number) throws SQLException {
		return new EventGlance(instant(row, "opens_at"), instant(row, "closes_at"),
				new EventGlance.Counts(row.getLong("submissions"), row.getLong("waiting"), row.getLong("received"),
						row.getLong("refused"), row.getLong("too_late"), row.getLong("held")),
				row.getLong("drift"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * A bar as it was counted.
	 *
	 * @param at its place: an hour or a quarter of a minute
	 * @param count how many
	 */
	record Bucket(long at, long count) {
	}

}
