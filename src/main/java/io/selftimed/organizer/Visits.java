package io.selftimed.organizer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;

import io.selftimed.security.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who may visit what, asked of the database at each request. A race in which somebody has
 * no role does not exist for them.
 */
@Repository
class Visits {

	private static final String VISIT = """
			select r.race_id, r.name as race_name, r.time_zone, o.role%s
			from organizer_role o join race r on r.race_id = o.race_id%s
			where o.organizer_id = :organizer and %s
			""";

	private final JdbcClient jdbc;

	Visits(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<RaceVisit> toRace(long organizerId, long raceId) {
		return this.jdbc.sql(VISIT.formatted("", "", "r.race_id = :race"))
			.param("organizer", organizerId)
			.param("race", raceId)
			.query((row, number) -> race(row, organizerId))
			.optional();
	}

	Optional<EventVisit> toEvent(long organizerId, String slug) {
		return this.jdbc
			.sql(VISIT.formatted(", e.event_id, e.slug, e.name", " join event e on e.race_id = r.race_id",
					"e.slug = :slug"))
			.param("organizer", organizerId)
			.param("slug", slug)
			.query((row, number) -> new EventVisit(race(row, organizerId), row.getLong("event_id"),
					row.getString("slug"), row.getString("name")))
			.optional();
	}

	/** Whether somebody looks after the installation. */
	boolean isAdministrator(long organizerId) {
		return !this.jdbc.sql("select id from organizer where id = :organizer and administrator = true")
			.param("organizer", organizerId)
			.query(Long.class)
			.list()
			.isEmpty();
	}

	private static RaceVisit race(ResultSet row, long organizerId) throws SQLException {
		return new RaceVisit(organizerId, Role.of(row.getString("role")), row.getLong("race_id"),
				row.getString("race_name"), ZoneId.of(row.getString("time_zone")));
	}

}
