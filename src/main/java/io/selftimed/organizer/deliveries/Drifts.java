package io.selftimed.organizer.deliveries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.selftimed.race.ClockTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what drifts in an event, and when it was compared. Only drifting results are
 * looked at, however many were delivered.
 */
@Repository
class Drifts {

	/** So many are listed; the next follow when these are dealt with. */
	static final int LISTED = 50;

	/** More than so many are "more". */
	private static final int COUNTED = 1000;

	private final JdbcClient jdbc;

	private final InstantSource time;

	Drifts(JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/** The comparison of an event. */
	RemoteComparison comparison(long eventId) {
		return this.jdbc.sql("""
				select asked_at is not null or held_until > :now as under_way, compared_at, ended_at, outcome
				from comparison where event_id = :event
				""")
			.param("now", this.time.instant().atOffset(ZoneOffset.UTC))
			.param("event", eventId)
			.query((row, number) -> new RemoteComparison(row.getBoolean("under_way"), instant(row, "compared_at"),
					instant(row, "ended_at"), row.getString("outcome")))
			.optional()
			.orElse(RemoteComparison.NEVER);
	}

	/** How many results of an event drift, counted up to {@link #COUNTED} and one. */
	long count(long eventId) {
		return this.jdbc.sql("""
				select count(*) from (select 1 as one from delivery where drift in ('differs', 'missing')
					and event_id = :event fetch first :most rows only) drifting
				""").param("event", eventId).param("most", COUNTED + 1).query(Long.class).single();
	}

	/** The first of them, those that differ before those that are missing. */
	List<DriftRow> first(long eventId) {
		return this.jdbc
			.sql("""
					select d.participant_id, s.id as submission_id, p.bib, s.outcome, s.clock_time_ms, d.drift, d.shown_time_ms, d.drift_since
					from ((select participant_id from delivery where drift = 'differs' and event_id = :event
							order by drift, event_id, participant_id fetch first :listed rows only)
						union all (select participant_id from delivery where drift = 'missing' and event_id = :event
							order by drift, event_id, participant_id fetch first :listed rows only)) found
						join delivery d on d.participant_id = found.participant_id
						join participant p on p.id = d.participant_id
						join submission s on s.id = d.wanted_submission_id
					order by d.drift, d.participant_id fetch first :listed rows only
					""")
			.param("event", eventId)
			.param("listed", LISTED)
			.query(Drifts::row)
			.list();
	}

	private static DriftRow row(ResultSet row, int number) throws SQLException {
		Long sent = row.getObject("clock_time_ms", Long.class);
		Instant since = instant(row, "drift_since");
		return new DriftRow(row.getLong("participant_id"), row.getLong("submission_id"),
				row.getObject("bib", Long.class), row.getString("outcome"), (sent != null) ? new ClockTime(sent) : null,
				row.getString("drift"), row.getObject("shown_time_ms", Long.class),
				(since != null) ? since : Instant.EPOCH);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

}
