package io.selftimed.organizer.setup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.selftimed.organizer.RemoteEnd;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what the pages of a race show. Counts are sums of what was appended.
 */
@Repository
class SetupFacts {

	private static final String EVENTS = """
			select e.event_id, e.slug, e.name, e.opens_at, e.closes_at, e.version, e.review, e.remote_accepts_until,
				e.remote_asked_at,
				coalesce(sum(case when c.what = 'submissions' then c.delta end), 0) as submissions,
				coalesce(sum(case when c.what = 'waiting' then c.delta end), 0) as waiting,
				coalesce(sum(case when c.what = 'received' then c.delta end), 0) as received,
				coalesce(sum(case when c.what = 'refused' then c.delta end), 0) as refused,
				coalesce(sum(case when c.what = 'too-late' then c.delta end), 0) as too_late,
				coalesce(sum(case when c.what = 'held' then c.delta end), 0) as held
			from event e left join event_count_delta c on c.event_id = e.event_id
			where e.race_id = :race
			group by e.event_id, e.slug, e.name, e.opens_at, e.closes_at, e.version, e.review, e.remote_accepts_until,
				e.remote_asked_at
			order by e.closes_at desc, e.name, e.event_id
			""";

	/** So many races are named. */
	static final int NAMED = 20;

	private final JdbcClient jdbc;

	SetupFacts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether somebody looks after the installation. */
	boolean isAdministrator(long organizerId) {
		return !this.jdbc.sql("select id from organizer where id = :organizer and administrator = true")
			.param("organizer", organizerId)
			.query(Long.class)
			.list()
			.isEmpty();
	}

	/** The events of a race, last to close first. */
	List<Row> events(long raceId) {
		return this.jdbc.sql(EVENTS).param("race", raceId).query(SetupFacts::row).list();
	}

	/** The races that have no credential of their own, so that the default counts. */
	Races byDefault() {
		List<String> names = this.jdbc.sql("""
				select r.name from race r where not exists (select 1 from credential c where c.subject = r.race_id)
				order by r.name, r.race_id
				""").query((row, number) -> row.getString(1)).list();
		return new Races(names.stream().limit(NAMED).toList(), Math.max(0, names.size() - NAMED));
	}

	/** An event to try a race's credential with, empty if the race has none yet. */
	Optional<Place> place(long raceId) {
		return this.jdbc
			.sql("select race_id, event_id from event where race_id = :race order by event_id fetch first 1 rows only")
			.param("race", raceId)
			.query(SetupFacts::place)
			.optional();
	}

	/** An event to try the default credential with, empty if no race needs it yet. */
	Optional<Place> placeOfDefault() {
		return this.jdbc.sql("""
				select e.race_id, e.event_id from event e
				where not exists (select 1 from credential c where c.subject = e.race_id)
				order by e.closes_at desc fetch first 1 rows only
				""").query(SetupFacts::place).optional();
	}

	private static Place place(ResultSet row, int number) throws SQLException {
		return new Place(row.getLong("race_id"), row.getLong("event_id"));
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getLong("event_id"), row.getString("slug"), row.getString("name"), instant(row, "opens_at"),
				instant(row, "closes_at"), row.getInt("version"), remote(row),
				new Counts(row.getLong("submissions"), row.getLong("waiting"), row.getLong("received"),
						row.getLong("refused"), row.getLong("too_late"), row.getLong("held")));
	}

	private static Remote remote(ResultSet row) throws SQLException {
		OffsetDateTime until = row.getObject("remote_accepts_until", OffsetDateTime.class);
		Instant end = (until != null) ? until.toInstant() : null;
		String warning = RemoteEnd.warning(instant(row, "closes_at"), !row.getString("review").equals("none"), end)
			.orElse(null);
		return new Remote(end, row.getObject("remote_asked_at") != null, warning);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * Races.
	 *
	 * @param names the first of them by name
	 * @param more how many there are beside these
	 */
	record Races(List<String> names, int more) {
	}

	/**
	 * An event at RunSignup.
	 */
	record Place(long raceId, long eventId) {
	}

	/**
	 * An event of the race.
	 */
	record Row(long eventId, String slug, String name, Instant opensAt, Instant closesAt, int version, Remote remote,
			Counts counts) {

		/** Where its window stands: {@code upcoming}, {@code open} or {@code closed}. */
		public String windowAt(Instant moment) {
			if (moment.isBefore(this.opensAt)) {
				return "upcoming";
			}
			return moment.isBefore(this.closesAt) ? "open" : "closed";
		}

	}

	/**
	 * How an event stands with RunSignup's own end.
	 *
	 * @param until when RunSignup stops taking results, null if unknown
	 * @param asked whether it was asked since the window was set up
	 * @param warning the key of the sentence that warns, null if all fits or is unknown
	 */
	record Remote(@Nullable Instant until, boolean asked, @Nullable String warning) {
	}

	/**
	 * How many submissions of an event are where.
	 */
	record Counts(long submissions, long waiting, long received, long refused, long tooLate, long held) {

	}

}
