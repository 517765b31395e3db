package io.selftimed.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.selftimed.race.ClockTime;
import io.selftimed.race.ElevationGain;
import io.selftimed.race.Event;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/**
 * The submissions in the table {@code submission} and their history.
 */
@Repository
class Submissions {

	private final JdbcClient jdbc;

	Submissions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean existsByReceipt(List<String> hashes) {
		return !this.jdbc.sql("select id from submission where receipt_hash in (:hashes)")
			.param("hashes", hashes)
			.query(Long.class)
			.list()
			.isEmpty();
	}

	/** The number of the participant's last submission, 0 before the first. */
	int lastNumber(long participantId) {
		return this.jdbc.sql("select coalesce(max(number), 0) from submission where participant_id = :participant")
			.param("participant", participantId)
			.query(Integer.class)
			.single();
	}

	/** How many submissions the participant has sent since a moment. */
	int countSince(long participantId, Instant since) {
		return this.jdbc.sql("""
				select count(*) from submission where participant_id = :participant and submitted_at > :since
				""")
			.param("participant", participantId)
			.param("since", since.atOffset(ZoneOffset.UTC))
			.query(Integer.class)
			.single();
	}

	/** Whether an accepted submission of the participant stands. */
	boolean hasAccepted(long participantId) {
		return !this.jdbc.sql("""
				select id from submission where participant_id = :participant and review = 'accepted'
				fetch first 1 rows only
				""").param("participant", participantId).query(Long.class).list().isEmpty();
	}

	long insert(Event event, long participantId, Statement statement, int number, Collection<HoldReason> holds,
			String receiptHash, Instant at) {
		Result result = statement.result();
		ElevationGain elevation = result.elevationGain();
		ClockTime time = result.clockTime();
		BigDecimal tally = result.tally();
		GeneratedKeyHolder keys = new GeneratedKeyHolder();
		this.jdbc.sql("""
				insert into submission (event_id, participant_id, number, submitted_at, outcome, clock_time_ms,
					elevation_gain_mm, elevation_gain_typed, elevation_unit, tally, email, note, identity_shown, review,
					held_for, receipt_hash)
				values (:event, :participant, :number, :at, :outcome, :time, :elevation, :typed, :unit, :tally, :email,
					:note, :shown, :review, :holds, :receipt)
				""")
			.param("event", event.eventId())
			.param("participant", participantId)
			.param("number", number)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("outcome", result.outcome().name())
			.param("time", (time != null) ? time.milliseconds() : null)
			.param("elevation", (elevation != null) ? elevation.millimetres() : null)
			.param("typed", (elevation != null) ? elevation.value().toPlainString() : null)
			.param("unit", (elevation != null) ? elevation.unit().symbol() : null)
			.param("tally", (tally != null) ? tally.toPlainString() : null)
			.param("email", statement.email())
			.param("note", statement.note())
			.param("shown", statement.who().shown().word())
			.param("review", holds.isEmpty() ? "accepted" : "held")
			.param("holds", HoldReason.words(holds))
			.param("receipt", receiptHash)
			.update(keys, "id");
		return Objects.requireNonNull(keys.getKey()).longValue();
	}

	void log(long submissionId, Instant at, String who, String what, String why) {
		this.jdbc.sql("""
				insert into submission_log (submission_id, at, who, what, why)
				values (:submission, :at, :who, :what, :why)
				""")
			.param("submission", submissionId)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("who", who)
			.param("what", what)
			.param("why", why)
			.update();
	}

}
