package io.selftimed.delivery;

import java.sql.Types;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

import io.selftimed.race.Roster;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Leaves what drifts under the locks of participant and delivery, in that order as
 * everywhere, and keeps what was left, for comparisons to know it again.
 */
@Service
class LockedLeaving implements Leaving {

	private final TransactionOperations transactions;

	private final Roster roster;

	private final JdbcClient jdbc;

	private final InstantSource time;

	LockedLeaving(TransactionOperations transactions, Roster roster, JdbcClient jdbc, InstantSource time) {
		this.transactions = transactions;
		this.roster = roster;
		this.jdbc = jdbc;
		this.time = time;
	}

	@Override
	public boolean leave(long eventId, long participantId, String seen, @Nullable Long seenMilliseconds,
			long organizerId) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			if (this.roster.find(eventId, participantId).isEmpty()) {
				return false;
			}
			this.roster.lock(participantId);
			Optional<Long> drifting = lockDrifting(participantId, seen, seenMilliseconds);
			drifting.ifPresent((submission) -> leave(participantId, submission, seen, organizerId));
			return drifting.isPresent();
		}));
	}

	private Optional<Long> lockDrifting(long participantId, String seen, @Nullable Long seenMilliseconds) {
		return this.jdbc.sql("""
				select wanted_submission_id from delivery
				where participant_id = :participant and state = 'received' and drift = :seen
					and coalesce(shown_time_ms, 0) = coalesce(cast(:shown as bigint), 0) and due_at is null
					and claim_token is null and wanted_submission_id is not null
				for update
				""")
			.param("participant", participantId)
			.param("seen", seen)
			.param("shown", seenMilliseconds, Types.BIGINT)
			.query(Long.class)
			.optional();
	}

	private void leave(long participantId, long submissionId, String seen, long organizerId) {
		this.jdbc.sql("""
				update delivery set left_drift = drift, left_time_ms = shown_time_ms, drift = null, drift_since = null,
					shown_time_ms = null
				where participant_id = :participant
				""").param("participant", participantId).update();
		this.jdbc.sql("""
				insert into submission_log (submission_id, at, who, what, why)
				values (:submission, :at, :who, 'left-as-shown', :why)
				""")
			.param("submission", submissionId)
			.param("at", this.time.instant().atOffset(ZoneOffset.UTC))
			.param("who", "organizer:" + organizerId)
			.param("why", seen + " at RunSignup")
			.update();
	}

}
