package io.selftimed.submission;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

import io.selftimed.race.ClockTime;
import io.selftimed.race.EventCatalog;
import io.selftimed.race.Outcome;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads receipts by the keyed hash of their token.
 */
@Repository
class JdbcReceipts implements Receipts {

	private final JdbcClient jdbc;

	private final EventCatalog events;

	private final DeliveryProgress deliveries;

	private final ReceiptTokens tokens;

	JdbcReceipts(JdbcClient jdbc, EventCatalog events, DeliveryProgress deliveries, ReceiptTokens tokens) {
		this.jdbc = jdbc;
		this.events = events;
		this.deliveries = deliveries;
		this.tokens = tokens;
	}

	@Override
	public Optional<Receipt> find(String token) {
		return this.jdbc.sql("""
				select s.*, p.bib, p.last_name, exists (select 1 from submission n where
					n.participant_id = s.participant_id and n.review = 'accepted' and n.number > s.number) as replaced
				from submission s join participant p on p.id = s.participant_id
				where s.receipt_hash in (:hashes)
				""").param("hashes", this.tokens.storedCandidates(token)).query(this::receipt).optional();
	}

	private Receipt receipt(ResultSet row, int number) throws SQLException {
		long id = row.getLong("id");
		Outcome outcome = Outcome.valueOf(row.getString("outcome"));
		State settled = settledState(row.getString("review"), outcome, row.getBoolean("replaced"));
		DeliveryProgress.Progress progress = (settled == null) ? this.deliveries.of(id) : null;
		return new Receipt(id, this.events.byId(row.getLong("event_id")).orElseThrow(),
				row.getObject("bib", Long.class), initial(row), outcome, clockTime(row), elevationGain(row), tally(row),
				row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
				(progress != null) ? state(progress.stage()) : state(settled), progress);
	}

	private static State state(DeliveryProgress.Stage stage) {
		return (stage == DeliveryProgress.Stage.TOO_LATE) ? State.REFUSED : State.valueOf(stage.name());
	}

	private static State state(@Nullable State settled) {
		return (settled != null) ? settled : State.WAITING;
	}

	/** The state that no delivery can change, null if the delivery decides. */
	private static @Nullable State settledState(String review, Outcome outcome, boolean replaced) {
		if (!review.equals("accepted")) {
			return State.valueOf(review.toUpperCase(java.util.Locale.ROOT));
		}
		if (outcome == Outcome.WITHDRAWN) {
			return State.WITHDRAWN;
		}
		return replaced ? State.SUPERSEDED : null;
	}

	private static @Nullable ClockTime clockTime(ResultSet row) throws SQLException {
		Long milliseconds = row.getObject("clock_time_ms", Long.class);
		return (milliseconds != null) ? new ClockTime(milliseconds) : null;
	}

	private static @Nullable String elevationGain(ResultSet row) throws SQLException {
		String typed = row.getString("elevation_gain_typed");
		return (typed != null) ? typed + " " + row.getString("elevation_unit") : null;
	}

	private static @Nullable BigDecimal tally(ResultSet row) throws SQLException {
		String tally = row.getString("tally");
		return (tally != null) ? new BigDecimal(tally) : null;
	}

	/** None for a sender who showed nothing: it would tell who has the bib. */
	private static @Nullable String initial(ResultSet row) throws SQLException {
		String lastName = row.getString("identity_shown").equals(IdentityShown.NOTHING.word()) ? null
				: row.getString("last_name");
		return (lastName == null || lastName.isEmpty()) ? null
				: lastName.substring(0, lastName.offsetByCodePoints(0, 1));
	}

}
