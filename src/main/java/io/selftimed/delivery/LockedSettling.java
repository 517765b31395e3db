package io.selftimed.delivery;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

import io.selftimed.race.EventCounts;
import io.selftimed.race.Roster;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Settles under the locks of participant and delivery, in that order as everywhere. From
 * then on it is compared with what RunSignup shows like any other.
 */
@Service
class LockedSettling implements Settling {

	private final TransactionOperations transactions;

	private final Roster roster;

	private final JdbcClient jdbc;

	private final EventCounts counts;

	private final InstantSource time;

	LockedSettling(TransactionOperations transactions, Roster roster, JdbcClient jdbc, EventCounts counts,
			InstantSource time) {
		this.transactions = transactions;
		this.roster = roster;
		this.jdbc = jdbc;
		this.counts = counts;
		this.time = time;
	}

	@Override
	public boolean settle(long eventId, long participantId, long organizerId) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			this.roster.lock(participantId);
			Optional<Refused> refused = lockRefused(eventId, participantId);
			refused.ifPresent((row) -> settle(eventId, participantId, organizerId, row));
			return refused.isPresent();
		}));
	}

	private Optional<Refused> lockRefused(long eventId, long participantId) {
		return this.jdbc.sql("""
				select wanted_submission_id, state from delivery
				where participant_id = :participant and event_id = :event and state in ('refused', 'too-late')
					and due_at is null and claim_token is null and wanted_submission_id is not null
				for update
				""")
			.param("participant", participantId)
			.param("event", eventId)
			.query((row, number) -> new Refused(row.getLong(1), row.getString(2)))
			.optional();
	}

	private void settle(long eventId, long participantId, long organizerId, Refused refused) {
		OffsetDateTime now = this.time.instant().atOffset(ZoneOffset.UTC);
		this.jdbc.sql("""
				update delivery set state = 'received', delivered_version = wanted_version,
					delivered_submission_id = wanted_submission_id, delivered_at = :now, by_hand_at = :now,
					by_hand_by = :organizer
				where participant_id = :participant
				""").param("now", now).param("organizer", organizerId).param("participant", participantId).update();
		this.counts.add(eventId, refused.state(), -1);
		this.counts.add(eventId, "received", 1);
		this.jdbc.sql("""
				insert into submission_log (submission_id, at, who, what, why)
				values (:submission, :at, :who, 'settled-by-hand', :why)
				""")
			.param("submission", refused.submissionId())
			.param("at", now)
			.param("who", "organizer:" + organizerId)
			.param("why", refused.state() + " before")
			.update();
	}

	/** What is settled. */
	private record Refused(long submissionId, String state) {
	}

}
