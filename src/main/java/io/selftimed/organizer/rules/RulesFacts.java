package io.selftimed.organizer.rules;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Collectors;

import io.selftimed.race.ClockTime;
import io.selftimed.race.EventRules;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what a change of the rules would meet. Results are looked through only when an
 * owner changes a limit, and at most {@link #MOST} of each kind.
 */
@Repository
class RulesFacts {

	/** So many are looked through; of more it is said that there may be more. */
	static final int MOST = 100_000;

	private final JdbcClient jdbc;

	RulesFacts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How many submissions of an event are somewhere, such as {@code held}. */
	long count(long eventId, String where) {
		return this.jdbc
			.sql("select coalesce(sum(delta), 0) from event_count_delta where event_id = :event and what = :what")
			.param("event", eventId)
			.param("what", where)
			.query(Long.class)
			.single();
	}

	/**
	 * How many results that count now would be refused or doubted under new rules.
	 * @param most how many are looked through
	 */
	Broken breaking(long eventId, EventRules rules, int most) {
		return breaking("""
				select wanted_submission_id as id from delivery
				where event_id = :event and wanted_submission_id is not null fetch first :limit rows only
				""", eventId, rules, most);
	}

	/**
	 * How many submissions that are held would be refused or doubted under new rules.
	 * @param most how many are looked through
	 */
	Broken breakingHeld(long eventId, EventRules rules, int most) {
		return breaking("""
				select id from submission where event_id = :event and review = 'held'
				order by event_id, review, id fetch first :limit rows only
				""", eventId, rules, most);
	}

	private Broken breaking(String which, long eventId, EventRules rules, int most) {
		return this.jdbc.sql("""
				select count(*) as looked_at, count(case when s.outcome in ('FINISHED', 'DNF', 'DNS')
						and s.outcome not in (:outcomes)
					or s.clock_time_ms < cast(:fastest as bigint) or s.clock_time_ms > cast(:slowest as bigint)
					or cast(s.tally as numeric(20, 4)) < cast(:least as numeric(12, 2))
					or cast(s.tally as numeric(20, 4)) > cast(:most as numeric(12, 2)) then 1 end) as broken
				from (%s) d join submission s on s.id = d.id
				""".formatted(which))
			.param("event", eventId)
			.param("limit", most + 1)
			.param("outcomes", rules.outcomes().stream().map(Enum::name).collect(Collectors.toSet()))
			.param("fastest", milliseconds(rules.limits().fastest()), Types.BIGINT)
			.param("slowest", milliseconds(rules.limits().slowest()), Types.BIGINT)
			.param("least", rules.tally().limits().least(), Types.NUMERIC)
			.param("most", rules.tally().limits().most(), Types.NUMERIC)
			.query((row, number) -> new Broken(row.getLong("broken"), row.getLong("looked_at") > most))
			.single();
	}

	private static @Nullable Long milliseconds(@Nullable ClockTime time) {
		return (time != null) ? (Long) time.milliseconds() : null;
	}

	/** Who changed an event last, as far as the audit knows. */
	Optional<Change> lastChange(long raceId, long eventId) {
		return this.jdbc.sql("""
				select organizer_id, at from audit
				where race_id = :race and about = :about
					and what in ('rules-changed', 'window-changed', 'event-closed') and organizer_id is not null
				order by id desc fetch first 1 rows only
				""")
			.param("race", raceId)
			.param("about", "event:" + eventId)
			.query((row, number) -> new Change(row.getLong("organizer_id"),
					row.getObject("at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	/**
	 * How many would not fit new rules.
	 *
	 * @param count those that were found
	 * @param andMore whether there are more than were looked through
	 */
	record Broken(long count, boolean andMore) {
	}

	/**
	 * A change of the rules.
	 *
	 * @param organizerId our id of who made it
	 * @param at when
	 */
	record Change(long organizerId, Instant at) {
	}

}
