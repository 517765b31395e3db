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

	private final JdbcClient jdbc;

	Reviews(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A submission of an event, empty if it is none. */
	Optional<Row> find(long eventId, long submissionId) {
		return this.jdbc.sql("""
				select s.id, s.event_id, s.participant_id, coalesce(s.bib, p.bib, 0) as bib, s.outcome, s.review,
					s.review_version, s.decided_by, s.decided_at
				from submission s join participant p on p.id = s.participant_id
				where s.id = :id and s.event_id = :event
				""").param("id", submissionId).param("event", eventId).query(Reviews::row).optional();
	}

	/** Writes a decision down. */
	void write(long submissionId, String review, long organizerId, @Nullable String words, Instant now) {
		this.jdbc.sql("""
				update submission set review = :review, review_version = review_version + 1, decided_by = :organizer,
					decided_at = :now, review_words = :words, answer = null, answered_at = null
				where id = :id
				""")
			.param("review", review)
			.param("organizer", organizerId)
			.param("now", utc(now))
			.param("words", words, Types.VARCHAR)
			.param("id", submissionId)
			.update();
	}

	/**
	 * Writes down what a runner answers through the receipt.
	 * @param hashes the hashes that its token may have
	 * @return whether somebody had asked
	 */
	boolean answer(List<String> hashes, String answer, Instant now) {
		return this.jdbc.sql("""
				update submission set answer = :answer, answered_at = :now, review_version = review_version + 1
				where receipt_hash in (:hashes) and review = 'held' and review_words is not null
				""").param("answer", answer).param("now", utc(now)).param("hashes", hashes).update() > 0;
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
