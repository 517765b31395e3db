package io.selftimed.delivery;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.selftimed.runsignup.UserResultsAnswer.ReceivedResult;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How attempts ended, in the table {@code delivery_attempt}. Each row was written before
 * its call.
 */
@Repository
class Attempts {

	private static final int DROPPED_AT_ONCE = 1000;

	private final JdbcClient jdbc;

	Attempts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Ends the attempt of one runner in a claim. */
	void end(Claim claim, ClaimedItem item, String outcome, @Nullable Integer code, @Nullable String message,
			OffsetDateTime now) {
		this.jdbc.sql("""
				update delivery_attempt set outcome = :outcome, error_code = :code, error_message = :message,
					ended_at = :now
				where claim_token = :token and participant_id = :participant
				""")
			.param("outcome", outcome)
			.param("code", code, Types.INTEGER)
			.param("message", message, Types.VARCHAR)
			.param("now", now)
			.param("token", claim.token())
			.param("participant", item.participantId())
			.update();
	}

	/** Keeps what RunSignup answered for one runner. */
	void keep(Claim claim, ClaimedItem item, ReceivedResult result) {
		this.jdbc.sql("""
				update delivery_attempt set registration_id = coalesce(:registration, registration_id),
					results_received_ts = :received, individual_result_set_id = :resultSet,
					submitted_time_in_ms = :time, elevation_gain_in_mm = :elevation, result_approval_ts = :approval
				where claim_token = :token and participant_id = :participant
				""")
			.param("registration", result.registrationId(), Types.BIGINT)
			.param("received", result.resultsReceivedTs(), Types.BIGINT)
			.param("resultSet", result.individualResultSetId(), Types.BIGINT)
			.param("time", result.submittedTimeInMilliseconds(), Types.BIGINT)
			.param("elevation", result.elevationGainInMillimetres(), Types.BIGINT)
			.param("approval", result.resultApprovalTs(), Types.BIGINT)
			.param("token", claim.token())
			.param("participant", item.participantId())
			.update();
	}

	/** What a claim carried for a runner, and since when. */
	Made made(Claim claim, ClaimedItem item) {
		return this.jdbc.sql("""
				select submission_id, started_at from delivery_attempt
				where claim_token = :token and participant_id = :participant
				""")
			.param("token", claim.token())
			.param("participant", item.participantId())
			.query((row, number) -> new Made(row.getLong(1), row.getObject(2, OffsetDateTime.class)))
			.single();
	}

	/** Whether any call ever carried a result of this runner. */
	boolean everMade(long participantId) {
		return !this.jdbc.sql("""
				select id from delivery_attempt where participant_id = :participant fetch first 1 rows only
				""").param("participant", participantId).query(Long.class).list().isEmpty();
	}

	/**
	 * Drops attempts that ended before a moment, all but what RunSignup answered last for
	 * a runner: receipts and pages read that. Where nothing was ever received, all stay,
	 * as it is not known what stands at RunSignup.
	 * @return how many
	 */
	int dropBefore(Instant moment) {
		int all = 0;
		int dropped = DROPPED_AT_ONCE;
		while (dropped == DROPPED_AT_ONCE) {
			dropped = this.jdbc.sql("""
					delete from delivery_attempt where id in (select a.id from delivery_attempt a
						join delivery d on d.participant_id = a.participant_id
						where a.ended_at < :moment and d.delivered_version > 0 and d.claim_token is null
							and not (a.submission_id = d.delivered_submission_id and a.outcome = 'received')
						order by a.ended_at, a.id fetch first :most rows only)
					""").param("moment", moment.atOffset(ZoneOffset.UTC)).param("most", DROPPED_AT_ONCE).update();
			all += dropped;
		}
		return all;
	}

	/**
	 * The runners of an event who were refused alone with a code since a moment.
	 */
	List<Long> refusedAlone(long eventId, int code, Instant since) {
		return this.jdbc.sql("""
				select distinct participant_id from delivery_attempt
				where event_id = :event and together = 1 and outcome = 'refused' and error_code = :code
					and ended_at >= :since
				order by participant_id
				""")
			.param("event", eventId)
			.param("code", code)
			.param("since", since.atOffset(ZoneOffset.UTC))
			.query((row, number) -> row.getLong(1))
			.list();
	}

	/**
	 * An attempt as it was written before its call.
	 */
	record Made(long submissionId, OffsetDateTime startedAt) {
	}

}
