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

	private final Aftermaths aftermaths;

	JdbcReceipts(JdbcClient jdbc, EventCatalog events, DeliveryProgress deliveries, ReceiptTokens tokens,
			Aftermaths aftermaths) {
		this.jdbc = jdbc;
		this.events = events;
		this.deliveries = deliveries;
		this.tokens = tokens;
		this.aftermaths = aftermaths;
	}

	@Override
	public Optional<Receipt> find(String token) {
		return this.jdbc.sql("""
				select s.*, coalesce(s.bib, p.bib) as sent_bib, p.last_name
				from submission s join participant p on p.id = s.participant_id
				where s.receipt_hash in (:hashes)
				""").param("hashes", this.tokens.storedCandidates(token)).query(this::receipt).optional();
	}

	private Receipt receipt(ResultSet row, int number) throws SQLException {
		long id = row.getLong("id");
		Outcome outcome = Outcome.valueOf(row.getString("outcome"));
		Aftermath aftermath = this.aftermaths.of(id, row.getLong("participant_id"), row.getInt("number"));
		State settled = settledState(row.getString("review"), outcome, aftermath);
		DeliveryProgress.Progress progress = (settled == null) ? this.deliveries.of(id) : null;
		return new Receipt(id, this.events.byId(row.getLong("event_id")).orElseThrow(),
				row.getObject("sent_bib", Long.class), initial(row), outcome, clockTime(row), elevationGain(row),
				tally(row), row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
				(progress != null) ? state(progress.stage()) : state(settled), progress,
				new Words(masked(row.getString("email")), row.getString("note"), row.getString("review_words"),
						row.getString("question"), row.getString("answer")),
				HoldReason.of(row.getString("held_for")), aftermath);
	}

	private static State state(DeliveryProgress.Stage stage) {
		return (stage == DeliveryProgress.Stage.TOO_LATE) ? State.REFUSED : State.valueOf(stage.name());
	}

	private static State state(@Nullable State settled) {
		return (settled != null) ? settled : State.WAITING;
	}

	/** The state that no delivery can change, null if the delivery decides. */
	private static @Nullable State settledState(String review, Outcome outcome, Aftermath aftermath) {
		return switch (review) {
			case "rejected" -> State.REJECTED;
			case "held" -> heldState(aftermath.ownNewest());
			default -> acceptedState(outcome, aftermath.counting());
		};
	}

	/** Whoever sent what is held may have thought better of it. */
	private static State heldState(Aftermath.@Nullable Later own) {
		if (own == null) {
			return State.HELD;
		}
		return own.withdrawal() ? State.WITHDRAWN : State.SUPERSEDED;
	}

	private static @Nullable State acceptedState(Outcome outcome, Aftermath.@Nullable Later counting) {
		if (counting != null) {
			return counting.withdrawal() ? State.WITHDRAWN : State.SUPERSEDED;
		}
		return (outcome == Outcome.WITHDRAWN) ? State.WITHDRAWN : null;
	}

	private static @Nullable String masked(@Nullable String email) {
		int at = (email != null) ? email.lastIndexOf('@') : -1;
		return (email == null || at < 1) ? null
				: email.substring(0, email.offsetByCodePoints(0, 1)) + "…" + email.substring(at);
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
