package io.selftimed.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of the table {@code delivery}, after a call.
 */
@Repository
class Deliveries {

	private final JdbcClient jdbc;

	private final int batchSize;

	Deliveries(JdbcClient jdbc, DeliverySettings settings) {
		this.jdbc = jdbc;
		this.batchSize = settings.batchSize();
	}

	/** Locks a row, if it is still marked with the claim. */
	Optional<Row> lock(Claim claim, ClaimedItem item) {
		return this.jdbc.sql("""
				select wanted_version, state, attempts, doubted, lost_version, lost_at from delivery
				where participant_id = :participant and claim_token = :token for update
				""")
			.param("participant", item.participantId())
			.param("token", claim.token())
			.query(Deliveries::row)
			.optional();
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getInt("wanted_version"), row.getString("state"), row.getInt("attempts"),
				row.getBoolean("doubted"), row.getObject("lost_version", Integer.class),
				row.getObject("lost_at", OffsetDateTime.class));
	}

	/** Ends the claim on a row. */
	void release(ClaimedItem item) {
		this.jdbc.sql("update delivery set claim_token = null, claim_until = null where participant_id = :participant")
			.param("participant", item.participantId())
			.update();
	}

	/**
	 * RunSignup has this version; a lost call is remembered while it may still matter.
	 * What RunSignup showed before says nothing of it.
	 */
	void delivered(ClaimedItem item, Delivered delivered, boolean keepLost) {
		this.jdbc.sql("""
				update delivery set delivered_version = :version, delivered_submission_id = :submission,
					delivered_at = :at, individual_result_set_id = :resultSet, seen_at = null, approval_seen_at = null,
					left_drift = null, left_time_ms = null,
					lost_version = case when :keepLost then lost_version end,
					lost_at = case when :keepLost then lost_at end
				where participant_id = :participant
				""")
			.param("version", item.version())
			.param("submission", delivered.submissionId())
			.param("at", delivered.at())
			.param("resultSet", delivered.resultSetId(), Types.BIGINT)
			.param("keepLost", keepLost)
			.param("participant", item.participantId())
			.update();
	}

	/**
	 * Nothing newer is wanted.
	 * @param again when it is sent once more, null if never
	 * @param otherTime the time that RunSignup stored in place of the one that was sent,
	 * in milliseconds; null if it did not
	 */
	void done(ClaimedItem item, @Nullable OffsetDateTime again, @Nullable Long otherTime) {
		this.jdbc
			.sql("""
					update delivery set state = 'received', attempts = 0, retry_at = null, settled_at = :again,
						quarantine_until = null, due_at = :again, batch_limit = :limit, doubted = false, drift = :drift,
						drift_since = case when cast(:drift as varchar(12)) is not null then delivered_at end, shown_time_ms = :otherTime
					where participant_id = :participant
					""")
			.param("again", again, Types.TIMESTAMP_WITH_TIMEZONE)
			.param("limit", this.batchSize)
			.param("drift", (otherTime != null) ? "differs" : null, Types.VARCHAR)
			.param("otherTime", otherTime, Types.BIGINT)
			.param("participant", item.participantId())
			.update();
	}

	/** Refused together: smaller batches find the one that is at fault. */
	void limitBatch(ClaimedItem item, int limit) {
		this.jdbc.sql("update delivery set batch_limit = :limit where participant_id = :participant")
			.param("limit", limit)
			.param("participant", item.participantId())
			.update();
	}

	/**
	 * Refused for good, until somebody acts.
	 * @param state {@code refused}, or {@code too-late} where RunSignup had closed
	 */
	void refuse(ClaimedItem item, String state) {
		this.jdbc.sql("""
				update delivery set state = :state, retry_at = null, due_at = null
				where participant_id = :participant
				""").param("state", state).param("participant", item.participantId()).update();
	}

	/** Refused while the event is in doubt: due again, once. */
	void doubt(ClaimedItem item) {
		this.jdbc.sql("update delivery set doubted = true, batch_limit = 1 where participant_id = :participant")
			.param("participant", item.participantId())
			.update();
	}

	/**
	 * Makes refused results due again, each once.
	 * @return how many
	 */
	int takeBack(List<Long> participants) {
		if (participants.isEmpty()) {
			return 0;
		}
		return this.jdbc.sql("""
				update delivery set state = 'waiting', doubted = true, batch_limit = 1, due_at = settled_at
				where participant_id in (:participants) and state = 'refused' and not doubted
					and settled_at is not null
				""").param("participants", participants).update();
	}

	/** Tried again later, alone if it was passed over in silence. */
	void retry(ClaimedItem item, int failed, OffsetDateTime when, boolean alone) {
		this.jdbc.sql("""
				update delivery set attempts = :attempts, retry_at = :retry,
					due_at = case when quarantine_until > :retry then quarantine_until else :retry end,
					batch_limit = case when :alone then 1 else batch_limit end
				where participant_id = :participant
				""")
			.param("attempts", failed)
			.param("retry", when)
			.param("alone", alone)
			.param("participant", item.participantId())
			.update();
	}

	/**
	 * The outcome is not known: nothing is sent for this runner until the moment given.
	 */
	void quarantine(ClaimedItem item, OffsetDateTime now, OffsetDateTime until) {
		this.jdbc.sql("""
				update delivery set attempts = attempts + 1, quarantine_until = :until, lost_at = :now,
					lost_version = case when lost_version < :version then lost_version else :version end,
					due_at = case when wanted_submission_id is null then null when due_at > :until then due_at
						else :until end
				where participant_id = :participant
				""")
			.param("until", until)
			.param("now", now)
			.param("version", item.version())
			.param("participant", item.participantId())
			.update();
	}

	/**
	 * What RunSignup took.
	 *
	 * @param submissionId the submission that travelled
	 * @param resultSetId the result set it went to, null if RunSignup did not say
	 * @param at when its answer is written down
	 */
	record Delivered(long submissionId, @Nullable Long resultSetId, OffsetDateTime at) {
	}

	/**
	 * A row as it was locked.
	 */
	record Row(int wantedVersion, String state, int attempts, boolean doubted, @Nullable Integer lostVersion,
			@Nullable OffsetDateTime lostAt) {
	}

}
