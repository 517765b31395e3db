package io.selftimed.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.selftimed.race.Outcome;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What people made of submissions: the columns of the table {@code submission} that
 * change.
 */
@Repository
class Reviews {

	private static final String SELECT = """
			select s.id, s.event_id, s.participant_id, coalesce(s.bib, p.bib, 0) as bib, s.outcome, s.review,
				s.review_version, s.decided_by, s.decided_at
			from submission s join participant p on p.id = s.participant_id
			""";

	private final JdbcClient jdbc;

	Reviews(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A submission of an event, empty if it is none. */
	Optional<Row> find(long eventId, long submissionId) {
		return this.jdbc.sql(SELECT + "where s.id = :id and s.event_id = :event")
			.param("id", submissionId)
			.param("event", eventId)
			.query(Reviews::row)
			.optional();
	}

	/**
	 * Writes a decision down. What was asked and answered before stays, for those who
	 * look later.
	 * @param reason what the runner reads, null for nothing
	 */
	void write(long submissionId, String review, long organizerId, @Nullable String reason, Instant now) {
		this.jdbc.sql("""
				update submission set review = :review, review_version = review_version + 1, decided_by = :organizer,
					decided_at = :now, review_words = :reason
				where id = :id
				""")
			.param("review", review)
			.param("organizer", organizerId)
			.param("now", utc(now))
			.param("reason", reason, Types.VARCHAR)
			.param("id", submissionId)
			.update();
	}

	/** Writes a question down, which takes the place of one before. */
	void ask(long submissionId, long organizerId, String question, Instant now) {
		this.jdbc.sql("""
				update submission set review_version = review_version + 1, decided_by = :organizer, decided_at = :now,
					question = :question, answer = null, answered_at = null
				where id = :id
				""")
			.param("organizer", organizerId)
			.param("now", utc(now))
			.param("question", question)
			.param("id", submissionId)
			.update();
	}

	/** Notes that a withdrawal took the place of what was rejected. */
	void inPlaceOf(long rejected, long withdrawal) {
		this.jdbc.sql("update submission set withdrawal_id = :withdrawal where id = :rejected")
			.param("withdrawal", withdrawal)
			.param("rejected", rejected)
			.update();
	}

	/** The withdrawal that took the place of what was rejected, while it counts. */
	Optional<Long> withdrawalFor(Row rejected) {
		return this.jdbc.sql("""
				select w.id from submission s join submission w on w.id = s.withdrawal_id
				where s.id = :rejected and w.review = 'accepted'
				""").param("rejected", rejected.id()).query(Long.class).optional();
	}

	/** The submission of a receipt whose runner was asked, empty if there is none. */
	Optional<Row> asked(List<String> hashes) {
		return this.jdbc
			.sql(SELECT + "where s.receipt_hash in (:hashes) and s.review = 'held' and s.question is not null")
			.param("hashes", hashes)
			.query(Reviews::row)
			.optional();
	}

	/** Writes down what a runner answers. */
	void answer(long submissionId, String answer, Instant now) {
		this.jdbc.sql("""
				update submission set answer = :answer, answered_at = :now, review_version = review_version + 1,
					decided_by = null
				where id = :id
				""").param("answer", answer).param("now", utc(now)).param("id", submissionId).update();
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
		return new Row(row.getLong("id"), row.getLong("event_id"), row.getLong("participant_id"), row.getLong("bib"),
				Outcome.valueOf(row.getString("outcome")), row.getString("review"), row.getInt("review_version"),
				row.getObject("decided_by", Long.class), (decided != null) ? decided.toInstant() : null);
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * A submission as a decision needs it.
	 */
	record Row(long id, long eventId, long participantId, long bib, Outcome outcome, String review, int version,
			@Nullable Long decidedBy, @Nullable Instant decidedAt) {

		boolean isHeld() {
			return this.review.equals("held");
		}

		boolean isAccepted() {
			return this.review.equals("accepted");
		}

		boolean isRejected() {
			return this.review.equals("rejected");
		}

	}

}
