package io.selftimed.organizer.detail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
		return this.jdbc.sql("""
				select s.*, coalesce(s.bib, p.bib) as sent_bib, p.first_name, p.last_name, p.registration_id,
					e.distance_mm, d.state, d.wanted_version, d.wanted_submission_id, d.drift, d.by_hand_at,
					(select count(*) from delivery_attempt a where a.submission_id = s.id) as calls,
					(select count(*) from submission o where o.participant_id = s.participant_id
						and o.review = 'accepted' and o.outcome <> 'WITHDRAWN' and o.number < s.number) as earlier
				from submission s join participant p on p.id = s.participant_id join event e on e.event_id = s.event_id
					left join delivery d on d.participant_id = s.participant_id
				where s.id = :id and s.event_id = :event
				""").param("id", id).param("event", eventId).query(SubmissionDetails::detail).optional();
	}

	/** What happened to it, newest first. */
	List<SubmissionDetail.Happening> history(long id) {
		return this.jdbc.sql("""
				select l.at, l.who, l.what, o.email from submission_log l
					left join organizer o on l.who = concat('organizer:', o.id)
				where l.submission_id = :id order by l.id desc fetch first :most rows only
				""")
			.param("id", id)
			.param("most", MOST)
			.query((row, number) -> new SubmissionDetail.Happening(instant(row, "at"),
					Objects.requireNonNullElse(row.getString("email"), row.getString("who")),
					row.getString("who").startsWith("organizer:"), row.getString("what")))
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
					row.getObject("submitted_time_in_ms", Long.class)))
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
					row.getString("outcome"), clockTime(row), instant(row, "submitted_at"), row.getString("review")))
			.list();
	}

	private static SubmissionDetail detail(ResultSet row, int number) throws SQLException {
		String typed = row.getString("elevation_gain_typed");
		return new SubmissionDetail(row.getLong("id"), row.getInt("review_version"), row.getLong("participant_id"),
				row.getInt("number"), row.getObject("sent_bib", Long.class), name(row),
				row.getObject("registration_id", Long.class), row.getString("outcome"), clockTime(row),
				row.getObject("distance_mm", Long.class),
				(typed != null) ? typed + " " + row.getString("elevation_unit") : null, row.getString("tally"),
				instant(row, "submitted_at"), row.getString("identity_shown"), row.getString("review"),
				words(row.getString("held_for")), words(row.getString("doubts")), row.getString("email"),
				row.getString("note"), row.getString("review_words"), row.getString("question"),
				row.getString("answer"), delivery(row));
	}

	private static SubmissionDetail.Delivery delivery(ResultSet row) throws SQLException {
		OffsetDateTime byHand = row.getObject("by_hand_at", OffsetDateTime.class);
		Long wanted = row.getObject("wanted_submission_id", Long.class);
		return new SubmissionDetail.Delivery(row.getString("state"), row.getInt("wanted_version"),
				wanted != null && wanted == row.getLong("id"), row.getLong("calls") > 0, row.getString("drift") != null,
				row.getLong("earlier") > 0, (byHand != null) ? byHand.toInstant() : null);
	}

	private static @Nullable String name(ResultSet row) throws SQLException {
		String name = Stream.of(row.getString("first_name"), row.getString("last_name"))
			.filter((part) -> part != null && !part.isBlank())
			.collect(Collectors.joining(" "));
		return name.isEmpty() ? null : name;
	}

	private static @Nullable ClockTime clockTime(ResultSet row) throws SQLException {
		Long milliseconds = row.getObject("clock_time_ms", Long.class);
		return (milliseconds != null) ? new ClockTime(milliseconds) : null;
	}

	private static List<String> words(String words) {
		return words.isEmpty() ? List.of() : List.of(words.split(","));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
