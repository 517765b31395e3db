package io.selftimed.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import io.selftimed.race.Event;
import io.selftimed.race.EventCatalog;
import io.selftimed.race.EventCounts;
import io.selftimed.submission.SubmissionAccepted;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Raises the wanted version when what RunSignup should hold changes, inside the
 * transaction that changes it, and rings the bell after its commit.
 */
@Component
class Wanted {

	private final JdbcClient jdbc;

	private final EventCatalog events;

	private final EventCounts counts;

	private final DeliverySettings settings;

	private final InstantSource time;

	private final Bell bell;

	Wanted(JdbcClient jdbc, EventCatalog events, EventCounts counts, DeliverySettings settings, InstantSource time,
			Bell bell) {
		this.jdbc = jdbc;
		this.events = events;
		this.counts = counts;
		this.settings = settings;
		this.time = time;
		this.bell = bell;
	}

	@EventListener
	void raise(SubmissionAccepted accepted) {
		OffsetDateTime settled = settled(accepted.eventId()).atOffset(ZoneOffset.UTC);
		Optional<String> state = lock(accepted.participantId());
		state.ifPresentOrElse((known) -> update(accepted, settled), () -> insert(accepted, settled));
		if (!"waiting".equals(state.orElse(null))) {
			state.ifPresent((old) -> this.counts.add(accepted.eventId(), old, -1));
			this.counts.add(accepted.eventId(), "waiting", 1);
		}
		ringAfterCommit();
	}

	private Instant settled(long eventId) {
		Duration own = this.events.byId(eventId).map(Wanted::settleDelay).orElse(null);
		return this.time.instant().plus((own != null) ? own : this.settings.settleDelay());
	}

	private static @Nullable Duration settleDelay(Event event) {
		return event.settleDelay();
	}

	private Optional<String> lock(long participantId) {
		return this.jdbc.sql("select state from delivery where participant_id = :participant for update")
			.param("participant", participantId)
			.query((row, number) -> row.getString(1))
			.optional();
	}

	private void insert(SubmissionAccepted accepted, OffsetDateTime settled) {
		this.jdbc
			.sql("""
					insert into delivery (participant_id, event_id, wanted_version, wanted_submission_id, state, batch_limit,
						settled_at, due_at)
					values (:participant, :event, 1, :submission, 'waiting', :limit, :settled, :settled)
					""")
			.param("participant", accepted.participantId())
			.param("event", accepted.eventId())
			.param("submission", accepted.submissionId())
			.param("limit", this.settings.batchSize())
			.param("settled", settled)
			.update();
	}

	/** A correction starts settling and retrying anew; a quarantine stays. */
	private void update(SubmissionAccepted accepted, OffsetDateTime settled) {
		this.jdbc.sql("""
				update delivery set wanted_version = wanted_version + 1, wanted_submission_id = :submission,
					state = 'waiting', attempts = 0, batch_limit = :limit, settled_at = :settled, retry_at = null,
					due_at = case when quarantine_until > :settled then quarantine_until else :settled end
				where participant_id = :participant
				""")
			.param("participant", accepted.participantId())
			.param("submission", accepted.submissionId())
			.param("limit", this.settings.batchSize())
			.param("settled", settled)
			.update();
	}

	private void ringAfterCommit() {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			this.bell.ring();
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				Wanted.this.bell.ring();
			}
		});
	}

}
