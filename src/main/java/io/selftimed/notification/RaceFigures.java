package io.selftimed.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;

import io.selftimed.race.Event;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The numbers that mails name: those of the dashboard.
 */
@Repository
class RaceFigures {

	private final JdbcClient jdbc;

	RaceFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Event.Race race(long raceId) {
		return this.jdbc.sql("select race_id, name, time_zone, contact from race where race_id = :race")
			.param("race", raceId)
			.query(RaceFigures::race)
			.single();
	}

	private static Event.Race race(ResultSet row, int number) throws SQLException {
		return new Event.Race(row.getLong("race_id"), row.getString("name"), ZoneId.of(row.getString("time_zone")),
				row.getString("contact"));
	}

	/** The figures of each event of a race, by name. */
	List<Figures> of(long raceId) {
		return this.jdbc.sql("""
				select e.event_id, e.slug, e.name,
					coalesce(sum(case when c.what = 'waiting' then c.delta end), 0) as waiting,
					coalesce(sum(case when c.what = 'held' then c.delta end), 0) as held,
					coalesce(sum(case when c.what = 'refused' then c.delta end), 0) as refused
				from event e left join event_count_delta c on c.event_id = e.event_id
				where e.race_id = :race group by e.event_id, e.slug, e.name order by e.name, e.event_id
				""").param("race", raceId).query(RaceFigures::figures).list();
	}

	private static Figures figures(ResultSet row, int number) throws SQLException {
		return new Figures(row.getLong("event_id"), row.getString("slug"), row.getString("name"),
				row.getLong("waiting"), row.getLong("held"), row.getLong("refused"));
	}

	/**
	 * How many results of an event are where.
	 *
	 * @param eventId RunSignup's id of the event
	 * @param slug its name in addresses
	 * @param name its name for people
	 * @param waiting how many are on their way
	 * @param held how many wait for a person
	 * @param refused how many RunSignup refused
	 */
	record Figures(long eventId, String slug, String name, long waiting, long held, long refused) {
	}

}
