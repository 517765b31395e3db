package io.selftimed.delivery;

import java.time.InstantSource;
import java.time.ZoneOffset;

import io.selftimed.race.EventCounts;
import io.selftimed.race.roster.CallsInFlight;
import io.selftimed.race.roster.ParticipantsMerging;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Follows the roster: of two participants who are one runner, one delivery stays, with
 * the attempts of both.
 */
@Component
class MergedDeliveries implements CallsInFlight {

	private final JdbcClient jdbc;

	private final EventCounts counts;

	private final InstantSource time;

	MergedDeliveries(JdbcClient jdbc, EventCounts counts, InstantSource time) {
		this.jdbc = jdbc;
		this.counts = counts;
		this.time = time;
	}

	/** Also while a lost call may still be applied there. */
	@Override
	public boolean mayBe(long participantId) {
		return this.jdbc.sql("""
				select case when claim_token is not null or lost_at is not null or quarantine_until > :now then 1 else 0
					end from delivery where participant_id = :participant for update
				""")
			.param("now", this.time.instant().atOffset(ZoneOffset.UTC))
			.param("participant", participantId)
			.query(Integer.class)
			.optional()
			.filter((busy) -> busy == 1)
			.isPresent();
	}

	@EventListener
	@Order(ParticipantsMerging.DELIVERIES)
	void move(ParticipantsMerging merging) {
		this.jdbc.sql("""
				select d.state, s.clock_time_ms from delivery d left join submission s on s.id = d.wanted_submission_id
				where d.participant_id = :from
				""").param("from", merging.from()).query((row) -> {
			this.counts.add(merging.eventId(), row.getString(1), -1);
			this.counts.timeChanged(merging.eventId(), row.getObject(2, Long.class), null);
		});
		this.jdbc.sql("delete from delivery where participant_id = :from").param("from", merging.from()).update();
		this.jdbc.sql("update delivery_attempt set participant_id = :into where participant_id = :from")
			.param("into", merging.into())
			.param("from", merging.from())
			.update();
	}

}
