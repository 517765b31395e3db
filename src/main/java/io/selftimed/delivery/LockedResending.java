package io.selftimed.delivery;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import io.selftimed.race.EventCounts;
import io.selftimed.race.Roster;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Raises the wanted version of a drifting, refused or taken result under the locks of
 * participant and delivery, in that order as everywhere, and writes down who asked.
 */
@Service
class LockedResending implements Resending, Repeating {

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
		return again(eventId, participantId, organizerId, () -> lockResendable(eventId, participantId));
	}

	@Override
	public boolean repeat(long eventId, long participantId, int seenVersion, long organizerId) {
		return again(eventId, participantId, organizerId, () -> lockTaken(eventId, participantId, seenVersion));
	}

	private boolean again(long eventId, long participantId, long organizerId, Supplier<Optional<Resendable>> row) {
		boolean raised = Objects.requireNonNull(this.transactions.execute((status) -> {
			this.roster.lock(participantId);
			Optional<Resendable> resendable = row.get();
			resendable.ifPresent((found) -> raise(eventId, participantId, organizerId, found));
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

	private Optional<Resendable> lockTaken(long eventId, long participantId, int seenVersion) {
		return this.jdbc.sql("""
				select wanted_submission_id, state, drift from delivery
				where participant_id = :participant and event_id = :event and state = 'received'
					and wanted_version = :version and due_at is null and claim_token is null
					and wanted_submission_id is not null
				for update
				""")
			.param("participant", participantId)
			.param("event", eventId)
			.param("version", seenVersion)
			.query((row, number) -> new Resendable(row.getLong(1), row.getString(2), row.getString(3)))
			.optional();
	}

	private void raise(long eventId, long participantId, long organizerId, Resendable resendable) {
		OffsetDateTime now = this.time.instant().atOffset(ZoneOffset.UTC);
		this.jdbc
			.sql("""
					update delivery set wanted_version = wanted_version + 1, state = 'waiting', attempts = 0,
						batch_limit = :limit, doubted = false, drift = null, drift_since = null, shown_time_ms = null,
						left_drift = null, left_time_ms = null,
						seen_at = null, approval_seen_at = null, by_hand_at = null, by_hand_by = null, settled_at = :now, retry_at = null,
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
