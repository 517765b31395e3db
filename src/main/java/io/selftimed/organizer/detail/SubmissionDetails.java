package io.selftimed.organizer.detail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import io.selftimed.organizer.Columns;
import io.selftimed.race.ClockTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads one submission and what belongs to it, each by key.
 */
@Repository
class SubmissionDetails {

	/** So much of a long story is told, the newest. */
	private static final int MOST = 100;

	private final JdbcClient jdbc;

	SubmissionDetails(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A submission of an event, empty if it is none. */
	Optional<SubmissionDetail> find(long eventId, long id) {
		return this.jdbc
			.sql("""
					select s.*, coalesce(s.bib, p.bib) as sent_bib, p.first_name, p.last_name, p.registration_id,
						e.distance_mm, e.withdrawal_outcome, d.state, d.wanted_version, d.wanted_submission_id, d.drift, d.by_hand_at,
						(select count(*) from delivery_attempt a where a.submission_id = s.id) as calls,
						(select count(*) from delivery_attempt a where a.participant_id = s.participant_id) as runners_calls,
						o.outcome as other_outcome, o.clock_time_ms as other_time_ms, o.number as other_number
					from submission s join participant p on p.id = s.participant_id join event e on e.event_id = s.event_id
						left join delivery d on d.participant_id = s.participant_id
						left join submission o on o.id = (select x.id from submission x
							where x.participant_id = s.participant_id and x.review = 'accepted' and x.id <> s.id
								and x.id <> coalesce(s.withdrawal_id, 0)
							order by x.participant_id desc, x.number desc fetch first 1 rows only)
					where s.id = :id and s.event_id = :event
					""")
			.param("id", id)
			.param("event", eventId)
			.query(SubmissionDetails::detail)
			.optional();
	}

	/** A runner of an event, empty if there is none. */
	Optional<Runner> runner(long eventId, long participantId) {
		return this.jdbc.sql("select bib, first_name, last_name from participant where id = :id and event_id = :event")
			.param("id", participantId)
			.param("event", eventId)
			.query((row, number) -> new Runner(row.getObject("bib", Long.class), Columns.name(row)))
			.optional();
	}

	/** What an event sends for a withdrawal: {@code DNS}, {@code DNF} or {@code DQ}. */
	String withdrawalOutcome(long eventId) {
		return this.jdbc.sql("select withdrawal_outcome from event where event_id = :event")
			.param("event", eventId)
			.query(String.class)
			.single();
	}

	/** What happened to it, newest first. */
	List<SubmissionDetail.Happening> history(long id) {
		return this.jdbc.sql("""
				select l.at, l.who, l.what, l.why, l.words, o.email from submission_log l
					left join organizer o on l.who = concat('organizer:', o.id)
				where l.submission_id = :id order by l.id desc fetch first :most rows only
				""")
			.param("id", id)
			.param("most", MOST)
			.query((row, number) -> new SubmissionDetail.Happening(instant(row, "at"),
					Objects.requireNonNullElse(row.getString("email"), row.getString("who")),
					row.getString("who").startsWith("organizer:"), row.getString("what"), why(row),
					row.getString("words")))
			.list();
	}

	/** The calls that carried it, newest first. */
	List<SubmissionDetail.Attempt> attempts(long id) {
		return this.jdbc.sql("""
				select * from delivery_attempt where submission_id = :id
				order by submission_id desc, id desc fetch first :most rows only
				""")
			.param("id", id)
			.param("most", MOST)
			.query((row, number) -> new SubmissionDetail.Attempt(instant(row, "started_at"), row.getString("outcome"),
					row.getObject("error_code", Integer.class), row.getString("error_message"),
					row.getObject("results_received_ts", Long.class),
					row.getObject("individual_result_set_id", Long.class),
					row.getObject("submitted_time_in_ms", Long.class),
					row.getObject("elevation_gain_in_mm", Long.class), row.getObject("result_approval_ts", Long.class)))
			.list();
	}

	/** The runner's other submissions, newest first. */
	List<SubmissionDetail.Other> others(long participantId, long id) {
		return this.jdbc.sql("""
				select id, number, outcome, clock_time_ms, submitted_at, review from submission
				where participant_id = :participant and id <> :id
				order by participant_id desc, number desc fetch first :most rows only
				""")
			.param("participant", participantId)
			.param("id", id)
			.param("most", MOST)
			.query((row, number) -> new SubmissionDetail.Other(row.getLong("id"), row.getInt("number"),
					row.getString("outcome"), Columns.clockTime(row), instant(row, "submitted_at"),
					row.getString("review")))
			.list();
	}

	private static SubmissionDetail detail(ResultSet row, int number) throws SQLException {
		return new SubmissionDetail(row.getLong("id"), row.getInt("review_version"), row.getLong("participant_id"),
				row.getInt("number"), row.getObject("sent_bib", Long.class), Columns.name(row),
				row.getObject("registration_id", Long.class), row.getString("outcome"), Columns.clockTime(row),
				row.getObject("distance_mm", Long.class), Columns.elevation(row), row.getString("tally"),
				instant(row, "submitted_at"), row.getString("identity_shown"), row.getString("review"),
				Columns.words(row.getString("held_for")), Columns.words(row.getString("doubts")),
				row.getString("email"), row.getString("note"), row.getString("review_words"), row.getString("question"),
				row.getString("answer"), delivery(row));
	}

	private static SubmissionDetail.Delivery delivery(ResultSet row) throws SQLException {
		OffsetDateTime byHand = row.getObject("by_hand_at", OffsetDateTime.class);
		Long wanted = row.getObject("wanted_submission_id", Long.class);
		return new SubmissionDetail.Delivery(row.getString("state"), row.getInt("wanted_version"),
				wanted != null && wanted == row.getLong("id"), row.getLong("calls") > 0,
				row.getLong("runners_calls") > 0, row.getString("drift") != null, other(row),
				row.getString("withdrawal_outcome"), (byHand != null) ? byHand.toInstant() : null);
	}

	private static SubmissionDetail.@Nullable Standing other(ResultSet row) throws SQLException {
		String outcome = row.getString("other_outcome");
		Long time = row.getObject("other_time_ms", Long.class);
		return (outcome == null) ? null
				: new SubmissionDetail.Standing(row.getInt("other_number") > row.getInt("number"), outcome,
						(time != null) ? new ClockTime(time) : null);
	}

	/** Of what is held the reasons, of all else the words of the log as one key. */
	private static List<String> why(ResultSet row) throws SQLException {
		String why = Objects.requireNonNullElse(row.getString("why"), "").strip();
		if (row.getString("what").equals("held")) {
			return Columns.words(why).stream().map((word) -> "organizer.hold." + word).toList();
		}
		return why.isEmpty() ? List.of() : List.of("organizer.why." + why.toLowerCase(Locale.ROOT).replace(' ', '-'));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * A runner. Holds personal data: never logged.
	 *
	 * @param bib the bib, null if none is known
	 * @param name the name, null if unknown or erased
	 */
	record Runner(@Nullable Long bib, @Nullable String name) {

		@Override
		public String toString() {
			return "Runner[...]";
		}

	}

}
