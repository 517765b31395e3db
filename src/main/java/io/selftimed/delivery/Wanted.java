package io.selftimed.delivery;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

import io.selftimed.race.Event;
import io.selftimed.race.EventCatalog;
import io.selftimed.race.EventCounts;
import io.selftimed.submission.WantedChanged;
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

	private static final Duration BEFORE_CLOSING = Duration.ofMinutes(2);

	private final JdbcClient jdbc;

	private final EventCatalog events;

	private final EventCounts counts;

	private final Attempts attempts;

	private final RemoteClosing closing;

	private final DeliverySettings settings;

	private final InstantSource time;

	private final Bell bell;

	private final Superseded superseded;

	Wanted(JdbcClient jdbc, EventCatalog events, EventCounts counts, Attempts attempts, RemoteClosing closing,
			DeliverySettings settings, InstantSource time, Bell bell) {
		this.jdbc = jdbc;
		this.events = events;
		this.counts = counts;
		this.attempts = attempts;
		this.closing = closing;
		this.settings = settings;
		this.time = time;
		this.bell = bell;
		this.superseded = new Superseded(jdbc);
	}

	/**
	 * Reads anew what is wanted: the accepted submission with the highest number,
	 * whatever the order of decisions. A withdrawal travels only if a call was ever made.
	 * What was wanted before is not sent again, as RunSignup may tell the runner.
	 */
	@EventListener
	void raise(WantedChanged changed) {
		Optional<Row> known = lock(changed.participantId());
		Optional<Accepted> newest = newestAccepted(changed.participantId());
		if (known.isEmpty() && newest.isEmpty()) {
			return;
		}
		boolean travels = newest.isPresent()
				&& (!newest.get().withdrawn() || this.attempts.everMade(changed.participantId()));
		Long submissionId = newest.map(Accepted::submissionId).orElse(null);
		boolean same = known.isPresent() && Objects.equals(known.get().submissionId(), submissionId);
		if (!same) {
			write(changed, known, submissionId, travels);
			tellCharts(changed, known, newest);
		}
		if (known.isPresent() || newest.filter((first) -> first.number() == 1).isEmpty()) {
			this.superseded.markOthers(changed, newest.orElse(null));
		}
		ringAfterCommit();
	}

	private void tellCharts(WantedChanged changed, Optional<Row> known, Optional<Accepted> newest) {
		this.counts.timeChanged(changed.eventId(), known.map(Row::clockTime).orElse(null),
				newest.map(Accepted::clockTime).orElse(null));
	}

	private void write(WantedChanged changed, Optional<Row> known, @Nullable Long submissionId, boolean travels) {
		String state = travels ? "waiting" : "withdrawn";
		OffsetDateTime settled = travels ? settled(changed.eventId()).atOffset(ZoneOffset.UTC) : null;
		if (known.isEmpty()) {
			insert(changed, submissionId, state, settled);
			this.counts.add(changed.eventId(), state, 1);
			return;
		}
		update(changed, submissionId, state, settled);
		if (!known.get().state().equals(state)) {
			this.counts.add(changed.eventId(), known.get().state(), -1);
			this.counts.add(changed.eventId(), state, 1);
		}
	}

	/**
	 * Until when a typo can be mended; no longer than two minutes before RunSignup stops
	 * taking results, if that is known.
	 */
	private Instant settled(long eventId) {
		Duration own = this.events.byId(eventId).map(Wanted::settleDelay).orElse(null);
		Instant now = this.time.instant();
		Instant settled = now.plus((own != null) ? own : this.settings.settleDelay());
		return this.closing.of(eventId)
			.map((closes) -> closes.minus(BEFORE_CLOSING))
			.filter(settled::isAfter)
			.map((last) -> last.isAfter(now) ? last : now)
			.orElse(settled);
	}

	private static @Nullable Duration settleDelay(Event event) {
		return event.settleDelay();
	}

	private Optional<Row> lock(long participantId) {
		return this.jdbc
			.sql("select state, wanted_submission_id from delivery where participant_id = :participant for update")
			.param("participant", participantId)
			.query((row, number) -> new Row(row.getString(1), row.getObject(2, Long.class),
					clockTime(row.getObject(2, Long.class))))
			.optional();
	}

	private @Nullable Long clockTime(@Nullable Long submissionId) {
		return (submissionId == null) ? null
				: this.jdbc.sql("select clock_time_ms from submission where id = :id")
					.param("id", submissionId)
					.query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
					.optional()
					.flatMap((time) -> time)
					.orElse(null);
	}

	private Optional<Accepted> newestAccepted(long participantId) {
		return this.jdbc.sql("""
				select id, number, outcome, clock_time_ms from submission
				where participant_id = :participant and review = 'accepted'
				order by participant_id desc, number desc fetch first 1 rows only
				""")
			.param("participant", participantId)
			.query((row, number) -> new Accepted(row.getLong("id"), row.getInt("number"),
					row.getString("outcome").equals("WITHDRAWN"), row.getObject("clock_time_ms", Long.class)))
			.optional();
	}

	private void insert(WantedChanged changed, @Nullable Long submissionId, String state,
			@Nullable OffsetDateTime settled) {
		this.jdbc
			.sql("""
					insert into delivery (participant_id, event_id, wanted_version, wanted_submission_id, state, batch_limit,
						settled_at, due_at)
					values (:participant, :event, 1, :submission, :state, :limit, :settled, :settled)
					""")
			.param("participant", changed.participantId())
			.param("event", changed.eventId())
			.param("submission", submissionId, Types.BIGINT)
			.param("state", state)
			.param("limit", this.settings.batchSize())
			.param("settled", settled, Types.TIMESTAMP_WITH_TIMEZONE)
			.update();
	}

	/** A correction starts settling and retrying anew; a quarantine stays. */
	private void update(WantedChanged changed, @Nullable Long submissionId, String state,
			@Nullable OffsetDateTime settled) {
		this.jdbc
			.sql("""
					update delivery set wanted_version = wanted_version + 1, wanted_submission_id = :submission,
						state = :state, attempts = 0, batch_limit = :limit, doubted = false, drift = null,
						drift_since = null, shown_time_ms = null, left_drift = null, left_time_ms = null, seen_at = null, approval_seen_at = null,
						by_hand_at = null, by_hand_by = null, settled_at = :settled, retry_at = null,
						due_at = case when quarantine_until > :settled then quarantine_until else :settled end
					where participant_id = :participant
					""")
			.param("participant", changed.participantId())
			.param("submission", submissionId, Types.BIGINT)
			.param("state", state)
			.param("limit", this.settings.batchSize())
			.param("settled", settled, Types.TIMESTAMP_WITH_TIMEZONE)
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

	/**
	 * A row as it was.
	 *
	 * @param submissionId what was wanted, null for nothing
	 * @param clockTime the time of what was wanted, in milliseconds; null for none
	 */
	private record Row(String state, @Nullable Long submissionId, @Nullable Long clockTime) {
	}

	/**
	 * What counts now.
	 *
	 * @param number its number among the runner's
	 * @param clockTime its time in milliseconds, null without a finish
	 */
	record Accepted(long submissionId, int number, boolean withdrawn, @Nullable Long clockTime) {
	}

}
