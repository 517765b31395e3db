package io.selftimed.sandbox;

import java.sql.Types;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the demo's race, once in the cluster, and moves windows that have passed. Where
 * there are real races it writes nothing.
 */
final class DemoData {

	static final long RACE = 4100;

	private static final Duration AROUND = Duration.ofDays(30);

	/** The forms close before RunSignup does, which leaves time to review. */
	private static final Duration EARLIER = Duration.ofDays(2);

	private static final Duration CLOSED_SINCE = Duration.ofDays(7);

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate batches;

	private final TransactionOperations transactions;

	private final InstantSource time;

	private final DemoOrganizer organizer;

	private final @Nullable DemoDeliveries deliveries;

	DemoData(JdbcClient jdbc, NamedParameterJdbcTemplate batches, TransactionOperations transactions,
			InstantSource time, DemoOrganizer organizer, @Nullable DemoDeliveries deliveries) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.transactions = transactions;
		this.time = time;
		this.organizer = organizer;
		this.deliveries = deliveries;
	}

	/** Writes what is missing, all or nothing. */
	void write() {
		this.transactions.executeWithoutResult((status) -> {
			lock();
			if (count("demo = false") == 0) {
				OffsetDateTime now = this.time.instant().atOffset(ZoneOffset.UTC);
				if (count("race_id = " + RACE) == 0) {
					writeRace(now);
				}
				else {
					moveWindows(now);
				}
				this.organizer.write(RACE);
			}
		});
	}

	private void lock() {
		this.jdbc.sql("select id from installation where id = 1 for update")
			.query((row, number) -> row.getInt(1))
			.single();
	}

	private long count(String condition) {
		return this.jdbc.sql("select count(*) from race where " + condition)
			.query((row, number) -> row.getLong(1))
			.single();
	}

	private void writeRace(OffsetDateTime now) {
		this.jdbc.sql("""
				insert into race (race_id, name, time_zone, contact, demo)
				values (:race, 'Harbor Lights Virtual Run', 'America/New_York', 'results@harborlights.example', true)
				""").param("race", RACE).update();
		for (DemoEvent event : DemoEvent.values()) {
			writeEvent(event, event.open() ? now.minus(EARLIER) : now.minus(AROUND).minus(CLOSED_SINCE));
			DemoRoster.write(this.batches, event.eventId());
		}
		if (this.deliveries != null) {
			this.deliveries.write(now.minus(CLOSED_SINCE));
		}
	}

	private void writeEvent(DemoEvent event, OffsetDateTime middle) {
		this.jdbc.sql("""
				insert into event (event_id, race_id, slug, name, distance_mm, opens_at, closes_at, outcomes, elevation,
					tally_label, individual_result_set_id, identity_rule, review, stranger_correction,
					withdrawal_outcome)
				values (:event, :race, :slug, :name, :distance, :opens, :closes, 'FINISHED,DNF,DNS', :elevation,
					:tally, :resultSet, 'last-name', 'none', 'accept', 'DNS')
				""")
			.param("event", event.eventId())
			.param("race", RACE)
			.param("slug", event.slug())
			.param("name", event.title())
			.param("distance", event.distance(), Types.BIGINT)
			.param("opens", middle.minus(AROUND))
			.param("closes", middle.plus(AROUND))
			.param("elevation", event.elevation())
			.param("tally", event.tallyLabel(), Types.VARCHAR)
			.param("resultSet", event.resultSet(), Types.BIGINT)
			.update();
	}

	private void moveWindows(OffsetDateTime now) {
		for (DemoEvent event : DemoEvent.values()) {
			if (event.open()) {
				this.jdbc.sql("""
						update event set opens_at = :opens, closes_at = :closes
						where event_id = :event and closes_at <= :now
						""")
					.param("opens", now.minus(AROUND))
					.param("closes", now.plus(AROUND).minus(EARLIER))
					.param("event", event.eventId())
					.param("now", now)
					.update();
			}
		}
	}

}
