package io.selftimed.notification;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.selftimed.delivery.ResultRefused;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Refused results that no mail has named yet, in the table {@code untold_refusal}.
 */
@Repository
class Refusals {

	private static final String OF_RACE = " event_id in (select event_id from event where race_id = :race)";

	private final JdbcClient jdbc;

	private final InstantSource time;

	Refusals(JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/** Keeps a refusal, inside the transaction that writes it down. */
	@EventListener
	void keep(ResultRefused refused) {
		this.jdbc.sql("""
				insert into untold_refusal (event_id, participant_id, refused_at) values (:event, :participant, :now)
				""")
			.param("event", refused.eventId())
			.param("participant", refused.participantId())
			.param("now", this.time.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** The races that have any refused since before a moment. */
	List<Long> races(Instant before) {
		return this.jdbc.sql("""
				select distinct e.race_id from untold_refusal u join event e on e.event_id = u.event_id
				where u.refused_at < :before order by e.race_id
				""")
			.param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
			.query((row, number) -> row.getLong(1))
			.list();
	}

	/**
	 * Takes those of a race, so that they are named once. What was taken back or
	 * corrected meanwhile is not counted.
	 * @return how many are still refused, by the event's id; only events that have any
	 */
	Map<Long, Long> take(long raceId) {
		run("update untold_refusal set told = true where", raceId);
		Map<Long, Long> counts = new LinkedHashMap<>();
		this.jdbc.sql("""
				select u.event_id, count(distinct u.participant_id) from untold_refusal u
					join delivery d on d.participant_id = u.participant_id and d.state = 'refused'
				where u.told and u.event_id in (select event_id from event where race_id = :race)
				group by u.event_id
				""").param("race", raceId).query((row, number) -> counts.put(row.getLong(1), row.getLong(2))).list();
		run("delete from untold_refusal where told and", raceId);
		return counts;
	}

	private void run(String statement, long raceId) {
		this.jdbc.sql(statement + OF_RACE).param("race", raceId).update();
	}

}
