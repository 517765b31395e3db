package io.selftimed.submission;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.selftimed.race.ClockTime;
import io.selftimed.race.Doubt;
import io.selftimed.race.ElevationGain;
import io.selftimed.race.Event;
import io.selftimed.race.Outcome;
import io.selftimed.web.Languages;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/**
 * The submissions in the table {@code submission} and their history.
 */
@Repository
class Submissions {

	private final JdbcClient jdbc;

	Submissions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean existsByReceipt(List<String> hashes) {
		return !this.jdbc.sql("select id from submission where receipt_hash in (:hashes)")
			.param("hashes", hashes)
			.query(Long.class)
			.list()
			.isEmpty();
	}

	/** The number of the participant's last submission, 0 before the first. */
	int lastNumber(long participantId) {
		return this.jdbc.sql("select coalesce(max(number), 0) from submission where participant_id = :participant")
			.param("participant", participantId)
			.query(Integer.class)
			.single();
	}

	/**
	 * How many submissions came for the participant since a moment: from senders who
	 * showed who they are, or from those who did not, so that neither fills the day of
	 * the other.
	 */
	int countSince(long participantId, Instant since, boolean shown) {
		return this.jdbc.sql("""
				select count(*) from submission where participant_id = :participant and submitted_at > :since
					and (identity_shown <> 'nothing') = :shown
				""")
			.param("participant", participantId)
			.param("since", since.atOffset(ZoneOffset.UTC))
			.param("shown", shown)
			.query(Integer.class)
			.single();
	}

	/** The accepted submission of the participant that counts, empty if none does. */
	Optional<Long> standing(long participantId) {
		return this.jdbc.sql("""
				select id from (select id, outcome from submission
						where participant_id = :participant and review = 'accepted'
						order by participant_id desc, number desc fetch first 1 rows only) newest
				where outcome <> 'WITHDRAWN'
				""").param("participant", participantId).query(Long.class).optional();
	}

	/** Whether a submission was accepted, and not rejected since. */
	boolean isAccepted(long submissionId) {
		return !this.jdbc.sql("select id from submission where id = :id and review = 'accepted'")
			.param("id", submissionId)
			.query(Long.class)
			.list()
			.isEmpty();
	}

	/**
	 * Whether a submission was taken back already: of all that came later and was
	 * accepted, or came through its receipt, the newest is a withdrawal.
	 */
	boolean isTakenBack(Earlier earlier) {
		return this.jdbc.sql("""
				select outcome from submission where participant_id = :participant and number > :number
					and (review = 'accepted' or through_submission_id = :id)
				order by participant_id desc, number desc fetch first 1 rows only
				""")
			.param("participant", earlier.participantId())
			.param("number", earlier.number())
			.param("id", earlier.id())
			.query((row, number) -> Outcome.valueOf(row.getString(1)))
			.optional()
			.filter(Outcome.WITHDRAWN::equals)
			.isPresent();
	}

	/** Notes through whose receipt a submission came. */
	void cameThrough(long submissionId, long through) {
		this.jdbc.sql("update submission set through_submission_id = :through where id = :id")
			.param("through", through)
			.param("id", submissionId)
			.update();
	}

	long insert(Event event, Statement statement, int number, Collection<HoldReason> holds, StoredReceipt receipt,
			Instant at) {
		Result result = statement.result();
		ElevationGain elevation = result.elevationGain();
		ClockTime time = result.clockTime();
		BigDecimal tally = result.tally();
		GeneratedKeyHolder keys = new GeneratedKeyHolder();
		this.jdbc.sql("""
				insert into submission (event_id, participant_id, bib, number, submitted_at, outcome, clock_time_ms,
					elevation_gain_mm, elevation_gain_typed, elevation_unit, tally, email, note, identity_shown, review,
					held_for, doubts, receipt_hash, sealed_receipt, language)
				values (:event, :participant, :bib, :number, :at, :outcome, :time, :elevation, :typed, :unit, :tally,
					:email, :note, :shown, :review, :holds, :doubts, :receipt, :sealed, :language)
				""")
			.param("event", event.eventId())
			.param("participant", statement.who().participant())
			.param("bib", (statement.who().bib() > 0) ? statement.who().bib() : null, Types.BIGINT)
			.param("number", number)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("outcome", result.outcome().name())
			.param("time", (time != null) ? time.milliseconds() : null)
			.param("elevation", (elevation != null) ? elevation.millimetres() : null)
			.param("typed", (elevation != null) ? elevation.value().toPlainString() : null)
			.param("unit", (elevation != null) ? elevation.unit().symbol() : null)
			.param("tally", (tally != null) ? tally.toPlainString() : null)
			.param("email", statement.email())
			.param("note", statement.note())
			.param("shown", statement.who().shown().word())
			.param("review", holds.isEmpty() ? "accepted" : "held")
			.param("holds", HoldReason.words(holds))
			.param("doubts", Doubt.words(result.doubts(event)))
			.param("receipt", receipt.hash())
			.param("sealed", receipt.sealed())
			.param("language", Languages.current().getLanguage())
			.update(keys, "id");
		return Objects.requireNonNull(keys.getKey()).longValue();
	}

	void log(long submissionId, Instant at, String who, String what, String why) {
		log(submissionId, at, who, what, why, null);
	}

	/**
	 * Notes what happened.
	 * @param words what was written then, up to 1000 characters; null for nothing. It is
	 * erased with the runner's data
	 */
	void log(long submissionId, Instant at, String who, String what, String why, @Nullable String words) {
		this.jdbc.sql("""
				insert into submission_log (submission_id, at, who, what, why, words)
				values (:submission, :at, :who, :what, :why, :words)
				""")
			.param("submission", submissionId)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("who", who)
			.param("what", what)
			.param("why", why)
			.param("words", words, Types.VARCHAR)
			.update();
	}

}
