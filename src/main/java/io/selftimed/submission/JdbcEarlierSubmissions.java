package io.selftimed.submission;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

import io.selftimed.race.ClockTime;
import io.selftimed.race.ElevationGain;
import io.selftimed.race.EventCatalog;
import io.selftimed.race.Outcome;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Reads earlier submissions from the table {@code submission}.
 */
@Repository
class JdbcEarlierSubmissions implements EarlierSubmissions {

	private static final String SELECT = """
			select s.*, coalesce(s.bib, p.bib, 0) as sent_bib, coalesce(p.bib, s.bib, 0) as bib_now,
				exists (select 1 from submission n where n.participant_id = s.participant_id
					and n.review = 'accepted' and n.number > s.number) as overtaken
			from submission s join participant p on p.id = s.participant_id
			where\s""";

	private final JdbcClient jdbc;

	private final EventCatalog events;

	private final ReceiptTokens tokens;

	JdbcEarlierSubmissions(JdbcClient jdbc, EventCatalog events, ReceiptTokens tokens) {
		this.jdbc = jdbc;
		this.events = events;
		this.tokens = tokens;
	}

	@Override
	public Optional<Earlier> byToken(String token) {
		return read(this.jdbc.sql(SELECT + "s.receipt_hash in (:hashes)")
			.param("hashes", this.tokens.storedCandidates(token)));
	}

	@Override
	public Optional<Earlier> bySubmission(long id) {
		return read(this.jdbc.sql(SELECT + "s.id = :id").param("id", id));
	}

	private Optional<Earlier> read(StatementSpec statement) {
		return statement.query(this::earlier).optional();
	}

	private Earlier earlier(ResultSet row, int number) throws SQLException {
		return new Earlier(row.getLong("id"), this.events.byId(row.getLong("event_id")).orElseThrow(),
				row.getLong("participant_id"), row.getInt("number"), row.getLong("sent_bib"), row.getLong("bib_now"),
				result(row), row.getString("email"), row.getString("note"),
				row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
				standing(row.getString("review"), row.getBoolean("overtaken")),
				HoldReason.of(row.getString("held_for")));
	}

	private static Earlier.Standing standing(String review, boolean overtaken) {
		return switch (review) {
			case "held" -> Earlier.Standing.HELD;
			case "rejected" -> Earlier.Standing.REJECTED;
			default -> overtaken ? Earlier.Standing.OVERTAKEN : Earlier.Standing.STANDS;
		};
	}

	private static Result result(ResultSet row) throws SQLException {
		Long time = row.getObject("clock_time_ms", Long.class);
		String tally = row.getString("tally");
		return new Result(Outcome.valueOf(row.getString("outcome")), (time != null) ? new ClockTime(time) : null,
				elevationGain(row), (tally != null) ? new BigDecimal(tally) : null);
	}

	private static @Nullable ElevationGain elevationGain(ResultSet row) throws SQLException {
		String typed = row.getString("elevation_gain_typed");
		return (typed != null)
				? new ElevationGain(new BigDecimal(typed), ElevationGain.Unit.of(row.getString("elevation_unit")))
				: null;
	}

}
