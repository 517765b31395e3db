package io.selftimed.organizer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads events with their counts. Counts are sums of what was appended, so no submission
 * is looked at.
 */
@Repository
class OrganizedEvents {

	private static final String EVENTS = """
			select e.event_id, r.race_id, e.slug, e.name, r.name as race_name, r.time_zone, e.opens_at, e.closes_at,
				coalesce(sum(case when c.what = 'submissions' then c.delta end), 0) as submissions,
				coalesce(sum(case when c.what = 'waiting' then c.delta end), 0) as waiting,
				coalesce(sum(case when c.what = 'received' then c.delta end), 0) as received,
				coalesce(sum(case when c.what = 'refused' then c.delta end), 0) as refused,
				coalesce(sum(case when c.what = 'too-late' then c.delta end), 0) as too_late,
				coalesce(sum(case when c.what = 'held' then c.delta end), 0) as held
			from event e
				join race r on r.race_id = e.race_id
				left join event_count_delta c on c.event_id = e.event_id
			where %s
			group by e.event_id, r.race_id, e.slug, e.name, r.name, r.time_zone, e.opens_at, e.closes_at
			order by r.name, e.closes_at desc, e.name, e.event_id
			""";

	private final JdbcClient jdbc;

	OrganizedEvents(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The events of an organizer's races, race by race, last to close first. */
	List<OrganizedEvent> of(long organizerId) {
		return this.jdbc
			.sql(EVENTS.formatted("r.race_id in (select race_id from organizer_role where organizer_id = :organizer)"))
			.param("organizer", organizerId)
			.query(OrganizedEvents::event)
			.list();
	}

	/** An organizer's races by name, those without events too. */
	List<Race> races(long organizerId) {
		return this.jdbc.sql("""
				select r.race_id, r.name from race r join organizer_role o on o.race_id = r.race_id
				where o.organizer_id = :organizer order by r.name, r.race_id fetch first 200 rows only
				""")
			.param("organizer", organizerId)
			.query((row, number) -> new Race(row.getLong("race_id"), row.getString("name")))
			.list();
	}

	private static OrganizedEvent event(ResultSet rs, int row) throws SQLException {
		return new OrganizedEvent(rs.getLong("event_id"), rs.getLong("race_id"), rs.getString("slug"),
				rs.getString("name"), rs.getString("race_name"), ZoneId.of(rs.getString("time_zone")),
				instant(rs, "opens_at"), instant(rs, "closes_at"), counts(rs));
	}

	private static OrganizedEvent.Counts counts(ResultSet rs) throws SQLException {
		return new OrganizedEvent.Counts(rs.getLong("submissions"), rs.getLong("waiting"), rs.getLong("received"),
				rs.getLong("refused"), rs.getLong("too_late"), rs.getLong("held"));
	}

	private static Instant instant(ResultSet rs, String column) throws SQLException {
		return rs.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * A race.
	 *
	 * @param raceId RunSignup's id
	 * @param name its name for people
	 */
	record Race(long raceId, String name) {
	}

}
