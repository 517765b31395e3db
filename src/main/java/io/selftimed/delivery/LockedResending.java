package io.selftimed.delivery;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

import io.selftimed.race.EventCounts;
import io.selftimed.race.Roster;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Raises the wanted version of a drifting or refused result under the locks of
 * participant and delivery, in that order as everywhere, and writes down who asked.
 */
@Service
class LockedResending implements Resending {

	private final TransactionOperations transactions;

	private final Roster roster;

	private final JdbcClient jdbc;

	private final EventCounts counts;

	private final DeliverySettings settings;

	private final InstantSource time;

	private final Bell bell;

	LockedResending(TransactionOperations transactions, Roster roster, JdbcClient jdbc, EventCounts counts,
			DeliverySettings settings, InstantSource time, Bell bell) {
		this.transactions = transactions;
		this.roster = roster;
		this.jdbc = jdbc;
		this.counts = counts;
		this.settings = settings;
		this.time = time;
		this.bell = bell;
	}

	@Override
	public boolean sendAgain(long eventId, long participantId, long organizerId) {
		boolean raised = Objects.requireNonNull(this.transactions.execute((status) -> {
			this.roster.lock(participantId);
			Optional<Resendable> resendable = lockResendable(eventId, participantId);
			resendable.ifPresent((row) -> raise(eventId, participantId, organizerId, row));
			return resendable.isPresent();
		}));
		if (raised) {
			this.bell.ring();
		}
		return raised;
	}

	private Optional<Resendable> lockResendable(long eventId, long participantId) {
		return this.jdbc.sql("""
				select wanted_submission_id, state, drift from delivery
				where participant_id = :participant and event_id = :event
					and ((state = 'received' and drift is not null) or state in ('refused', 'too-late'))
					and due_at is null and claim_token is null
					and wanted_submission_id is not null
				for update
				""")
			.param("participant", participantId)
			.param("event", eventId)
			.query((row, number) -> new Resendable(row.getLong(1), row.getString(2), row.getString(3)))
			.optional();
	}

	private void raise(long eventId, long participantId, long organizerId, Resendable resendable) {
		OffsetDateTime now = this.time.instant().atOffset(ZoneOffset.UTC);
		this.jdbc.sql("""
				update delivery set wanted_version = wanted_version + 1, state = 'waiting', attempts = 0,
					batch_limit = :limit, doubted = false, drift = null, drift_since = null, shown_time_ms = null,
					seen_at = null, approval_seen_at = null, settled_at = :now, retry_at = null,
					due_at = case when quarantine_until > :now then quarantine_until else :now end
				where participant_id = :participant
				""")
			.param("limit", this.settings.batchSize())
			.param("now", now)
			.param("participant", participantId)
			.update();
		this.counts.add(eventId, resendable.state(), -1);
		this.counts.add(eventId, "waiting", 1);
		this.jdbc.sql("""
				insert into submission_log (submission_id, at, who, what, why)
				values (:submission, :at, :who, 'sent-again', :why)
				""")
			.param("submission", resendable.submissionId())
			.param("at", now)
			.param("who", "organizer:" + organizerId)
			.param("why", resendable.why())
			.update();
	}

	/**
	 * What is sent again.
	 *
	 * @param submissionId the submission that is wanted
	 * @param state the state of its delivery
	 * @param drift how it drifts, null if it does not
	 */
	private record Resendable(long submissionId, String state, @Nullable String drift) {

		String why() {
			return ((this.drift != null) ? this.drift : this.state) + " at RunSignup";
		}

	}

}
