package io.selftimed.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.selftimed.race.Event;
import io.selftimed.runsignup.Gates;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes what is due, in a short transaction, and writes each attempt down before it is
 * made.
 */
@Repository
class Claims {

	static final String LOCK_DUE = """
			select participant_id, batch_limit, doubted from delivery
			where event_id = :event and due_at <= :now and claim_token is null and wanted_submission_id is not null
			order by event_id, due_at, participant_id fetch first :most rows only for update skip locked
			""";

	/** Among so many of the oldest a probe looks for one that was not refused. */
	private static final int PROBE_CHOICE = 100;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final DueEvents due;

	private final LostClaims lost;

	private final ClaimedItems items;

	private final Gates gates;

	private final InstantSource time;

	private final int batchSize;

	Claims(JdbcClient jdbc, TransactionOperations transactions, DueEvents due, LostClaims lost, ClaimedItems items,
			Gates gates, InstantSource time, DeliverySettings settings) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.due = due;
		this.lost = lost;
		this.items = items;
		this.gates = gates;
		this.time = time;
		this.batchSize = settings.batchSize();
	}

	/**
	 * Whether anything is due that no closed gate stops, or held by a claim that ran out.
	 */
	boolean anythingToDo() {
		Instant now = this.time.instant();
		return this.due.any(now) || this.lost.any(now);
	}

	/**
	 * Takes what is due of one event: a batch, or one result to try a gate.
	 * @param lease how long the claim lasts
	 * @return the claim, empty if nothing is due that may pass
	 */
	Optional<Claim> take(Duration lease) {
		this.lost.giveUp();
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			Instant now = this.time.instant();
			return this.due.takeTurn(now).flatMap((event) -> take(event, now.atOffset(ZoneOffset.UTC), lease));
		}));
	}

	private Optional<Claim> take(Event event, OffsetDateTime now, Duration lease) {
		return switch (this.gates.passage(event.race().raceId(), event.eventId())) {
			case OPEN -> take(event, batch(lockDue(event.eventId(), this.batchSize, now)), now, lease);
			case PROBE -> take(event, one(lockDue(event.eventId(), PROBE_CHOICE, now)), now, lease);
			case SHUT -> Optional.empty();
		};
	}

	private Optional<Claim> take(Event event, List<Long> participants, OffsetDateTime now, Duration lease) {
		if (participants.isEmpty()) {
			return Optional.empty();
		}
		String token = UUID.randomUUID().toString();
		mark(participants, token, now.plus(lease));
		writeAttempts(token, participants.size(), now);
		return Optional.of(new Claim(token, event.race().raceId(), event.eventId(), event.individualResultSetId(),
				this.items.of(token, event)));
	}

	/** Locks what is due, oldest first. */
	private List<DueRow> lockDue(long eventId, int most, OffsetDateTime now) {
		return this.jdbc.sql(LOCK_DUE)
			.param("event", eventId)
			.param("now", now)
			.param("most", most)
			.query((row, number) -> new DueRow(row.getLong(1), row.getInt(2), row.getBoolean(3)))
			.list();
	}

	/** One to try: best one that was not refused while the event was in doubt. */
	private static List<Long> one(List<DueRow> rows) {
		return rows.stream()
			.filter((row) -> !row.doubted())
			.findFirst()
			.or(() -> rows.stream().findFirst())
			.map((row) -> List.of(row.participantId()))
			.orElse(List.of());
	}

	/** As many as the smallest of their batch limits allows. */
	private List<Long> batch(List<DueRow> rows) {
		List<Long> taken = new ArrayList<>();
		int limit = this.batchSize;
		for (DueRow row : rows) {
			limit = Math.min(limit, row.batchLimit());
			if (taken.size() >= limit) {
				break;
			}
			taken.add(row.participantId());
		}
		return taken;
	}

	private void mark(List<Long> participants, String token, OffsetDateTime until) {
		this.jdbc.sql("""
				update delivery set claim_token = :token, claim_until = :until where participant_id in (:participants)
				""").param("token", token).param("until", until).param("participants", participants).update();
	}

	private void writeAttempts(String token, int together, OffsetDateTime now) {
		this.jdbc.sql("""
				insert into delivery_attempt (claim_token, event_id, participant_id, submission_id, version, started_at,
					outcome, registration_id, together)
				select d.claim_token, d.event_id, d.participant_id, d.wanted_submission_id, d.wanted_version, :now,
					'under-way', p.registration_id, cast(:together as integer)
				from delivery d join participant p on p.id = d.participant_id
				where d.claim_token = :token order by d.participant_id
				""").param("now", now).param("together", together).param("token", token).update();
	}

	private record DueRow(long participantId, int batchLimit, boolean doubted) {
	}

}
