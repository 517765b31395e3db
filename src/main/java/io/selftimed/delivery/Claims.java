package io.selftimed.delivery;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import java.util.concurrent.atomic.AtomicLong;

import io.selftimed.race.Event;
import io.selftimed.race.EventCatalog;
import io.selftimed.runsignup.UserResult;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes what is due, in a short transaction, and writes each attempt down before it is
 * made. Events take turns, so that a large one starves none.
 */
@Repository
class Claims {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final EventCatalog events;

	private final InstantSource time;

	private final int batchSize;

	private final AtomicLong lastEvent = new AtomicLong();

	Claims(JdbcClient jdbc, TransactionOperations transactions, EventCatalog events, InstantSource time,
			DeliverySettings settings) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.events = events;
		this.time = time;
		this.batchSize = settings.batchSize();
	}

	/** Whether anything is due, or held by a claim that ran out. */
	boolean anythingToDo() {
		OffsetDateTime now = now();
		return nextEvent(now, 0).isPresent() || !lostTokens(now).isEmpty();
	}

	/**
	 * Takes what is due of one event.
	 * @param lease how long the claim lasts
	 * @return the claim, empty if nothing is due
	 */
	Optional<Claim> take(Duration lease) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			OffsetDateTime now = now();
			Optional<Long> event = nextEvent(now, this.lastEvent.get()).or(() -> nextEvent(now, 0));
			event.ifPresent(this.lastEvent::set);
			return event.flatMap((id) -> takeOf(id, now, lease));
		}));
	}

	private Optional<Claim> takeOf(long eventId, OffsetDateTime now, Duration lease) {
		List<Long> participants = lockDue(eventId, now);
		if (participants.isEmpty()) {
			return Optional.empty();
		}
		String token = UUID.randomUUID().toString();
		mark(participants, token, now.plus(lease));
		writeAttempts(token, now);
		Event event = this.events.byId(eventId).orElseThrow();
		return Optional
			.of(new Claim(token, event.race().raceId(), eventId, event.individualResultSetId(), items(token, event)));
	}

	private Optional<Long> nextEvent(OffsetDateTime now, long after) {
		return this.jdbc.sql("""
				select event_id from delivery where event_id > :after and due_at <= :now and claim_token is null
				order by event_id fetch first 1 rows only
				""").param("after", after).param("now", now).query(Claims::eventId).optional();
	}

	private static Long eventId(ResultSet row, int number) throws SQLException {
		return row.getLong("event_id");
	}

	/**
	 * Locks due rows, oldest first, as many as the smallest of their batch limits allows.
	 */
	private List<Long> lockDue(long eventId, OffsetDateTime now) {
		List<DueRow> rows = this.jdbc.sql("""
				select participant_id, batch_limit from delivery
				where event_id = :event and due_at <= :now and claim_token is null
				order by event_id, due_at, participant_id fetch first :most rows only for update skip locked
				""")
			.param("event", eventId)
			.param("now", now)
			.param("most", this.batchSize)
			.query((row, number) -> new DueRow(row.getLong(1), row.getInt(2)))
			.list();
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

	private void writeAttempts(String token, OffsetDateTime now) {
		this.jdbc.sql("""
				insert into delivery_attempt (claim_token, event_id, participant_id, submission_id, version, started_at,
					outcome, registration_id)
				select d.claim_token, d.event_id, d.participant_id, d.wanted_submission_id, d.wanted_version, :now,
					'under-way', p.registration_id
				from delivery d join participant p on p.id = d.participant_id
				where d.claim_token = :token
				""").param("now", now).param("token", token).update();
	}

	private List<ClaimedItem> items(String token, Event event) {
		return this.jdbc.sql("""
				select a.participant_id, a.version, p.registration_id, p.bib, s.clock_time_ms, s.elevation_gain_mm,
					s.tally, case when s.outcome = 'WITHDRAWN' then e.withdrawal_outcome else s.outcome end as wire
				from delivery_attempt a join submission s on s.id = a.submission_id
					join participant p on p.id = a.participant_id join event e on e.event_id = a.event_id
				where a.claim_token = :token order by a.id
				""").param("token", token).query((row, number) -> item(row, event)).list();
	}

	private static ClaimedItem item(ResultSet row, Event event) throws SQLException {
		boolean finished = row.getString("wire").equals("FINISHED");
		UserResult.Time time = finished ? new UserResult.Time.Clock(row.getLong("clock_time_ms"))
				: UserResult.Time.Code.valueOf(row.getString("wire"));
		Long elevation = (event.elevation() != Event.Elevation.OFF) ? row.getLong("elevation_gain_mm") : null;
		return new ClaimedItem(row.getLong("participant_id"), row.getInt("version"),
				new UserResult(row.getObject("registration_id", Long.class), row.getObject("bib", Long.class), time,
						tally(row, event, finished), elevation));
	}

	private static UserResult.Tally tally(ResultSet row, Event event, boolean finished) throws SQLException {
		if (!event.hasTally()) {
			return new UserResult.Tally.Unchanged();
		}
		String tally = row.getString("tally");
		return (finished && tally != null) ? new UserResult.Tally.Set(new BigDecimal(tally))
				: new UserResult.Tally.Cleared();
	}

	/**
	 * Gives up claims whose owner is gone: their calls may still be applied at RunSignup,
	 * so the newest result is due again, and once more after the remote patience.
	 */
	void giveUpLost() {
		this.transactions.executeWithoutResult((status) -> {
			OffsetDateTime now = now();
			for (String token : lostTokens(now)) {
				this.jdbc.sql("""
						update delivery_attempt set outcome = 'lost', ended_at = :now
						where claim_token = :token and ended_at is null
						""").param("now", now).param("token", token).update();
				this.jdbc.sql("""
						update delivery set lost_at = :now, lost_version = coalesce(lost_version, (select min(a.version)
							from delivery_attempt a where a.claim_token = :token
							and a.participant_id = delivery.participant_id)),
						due_at = coalesce(due_at, :now), claim_token = null, claim_until = null
						where claim_token = :token
						""").param("now", now).param("token", token).update();
			}
		});
	}

	private List<String> lostTokens(OffsetDateTime now) {
		return this.jdbc.sql("select distinct claim_token from delivery where claim_until <= :now")
			.param("now", now)
			.query((row, number) -> row.getString(1))
			.list();
	}

	private OffsetDateTime now() {
		Instant now = this.time.instant();
		return now.atOffset(ZoneOffset.UTC);
	}

	private record DueRow(long participantId, int batchLimit) {
	}

}
