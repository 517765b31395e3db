package io.selftimed.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.selftimed.delivery.Standing.Finding;
import io.selftimed.runsignup.RemoteResult;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What RunSignup took of an event, and what its listings say of it. Only what was
 * delivered before a listing began and has rested since is read or written: nothing that
 * is due, claimed or has changed. Rows are written one by one, each by a statement of its
 * own that asks for this once more: so it holds no lock while it waits for another, and
 * stands in nobody's way.
 */
@Repository
class Standings {

	/** So many rows are read at once where no page of RunSignup sets the measure. */
	static final int CHUNK = 500;

	private static final String RESTS = """
			d.state = 'received' and d.delivered_version = d.wanted_version and d.due_at is null
				and d.claim_token is null and d.delivered_at < :began
			""";

	private static final String RESTS_STILL = " where participant_id = :participant and delivered_version = :version and "
			+ RESTS.replace("d.", "");

	private static final String COLUMNS = """
			select d.participant_id, d.wanted_version, case when s.outcome = 'FINISHED' then s.clock_time_ms end as sent,
				d.seen_at from delivery d join submission s on s.id = d.wanted_submission_id
			""";

	/**
	 * Not shown by this listing, and such that it would have been recognised in it.
	 */
	static final String ABSENT = COLUMNS + """
				join participant p on p.id = d.participant_id
			where d.event_id = :event and d.participant_id > :after and (d.seen_at is null or d.seen_at < :began)
				and (d.drift is null or d.drift <> 'missing')
				and (d.left_drift is null or d.left_drift <> 'missing') and (d.seen_at is not null or not :seenOnly)
				and ((p.registration_id is not null and not :byBib) or (:byBib and p.bib is not null and not exists
					(select 1 from participant o where o.event_id = p.event_id and o.bib = p.bib and o.id <> p.id)))
				and
			""" + RESTS + " order by d.event_id, d.state, d.participant_id fetch first " + CHUNK + " rows only";

	private final JdbcClient jdbc;

	Standings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The result sets that results of an event went to, one look into an index for each.
	 */
	List<Long> resultSets(long eventId) {
		List<Long> sets = new ArrayList<>();
		Long next = resultSetAfter(eventId, -1);
		while (next != null) {
			sets.add(next);
			next = resultSetAfter(eventId, next);
		}
		return sets;
	}

	private @Nullable Long resultSetAfter(long eventId, long after) {
		return this.jdbc.sql("""
				select individual_result_set_id from delivery
				where event_id = :event and individual_result_set_id > :after
				order by event_id, individual_result_set_id fetch first 1 rows only
				""")
			.param("event", eventId)
			.param("after", after)
			.query((row, number) -> row.getLong(1))
			.optional()
			.orElse(null);
	}

	/**
	 * Writes down what a page says of each result that can be recognised in it.
	 * @param resultSetId whose results the page has
	 * @param approvalNeeded whether being there is a director's approval
	 */
	void compare(Comparing comparing, long resultSetId, List<RemoteResult> page, boolean approvalNeeded) {
		Map<Long, List<RemoteResult>> recognised = recognise(comparing.event().eventId(), page);
		for (Standing standing : resting(comparing, resultSetId, recognised.keySet())) {
			List<RemoteResult> shown = recognised.getOrDefault(standing.participantId(), List.of());
			write(comparing, standing, standing.compare(shown), approvalNeeded);
		}
	}

	/**
	 * Whose result each row is: by registration if it names one, else by a bib that only
	 * one runner has.
	 */
	private Map<Long, List<RemoteResult>> recognise(long eventId, List<RemoteResult> page) {
		Map<Long, List<RemoteResult>> byRegistration = page.stream()
			.filter((row) -> row.registrationId() != null)
			.collect(Collectors.groupingBy((row) -> Objects.requireNonNull(row.registrationId())));
		Map<Long, List<RemoteResult>> byBib = page.stream()
			.filter((row) -> row.registrationId() == null && row.bib() != null)
			.collect(Collectors.groupingBy((row) -> Objects.requireNonNull(row.bib())));
		Map<Long, List<RemoteResult>> recognised = new HashMap<>();
		runners(eventId, "bib", byBib.keySet()).forEach((bib, runner) -> recognised.put(runner, rows(byBib, bib)));
		runners(eventId, "registration_id", byRegistration.keySet())
			.forEach((registration, runner) -> recognised.put(runner, rows(byRegistration, registration)));
		return recognised;
	}

	private static List<RemoteResult> rows(Map<Long, List<RemoteResult>> rows, Long number) {
		return rows.getOrDefault(number, List.of());
	}

	private Map<Long, Long> runners(long eventId, String column, Collection<Long> numbers) {
		if (numbers.isEmpty()) {
			return Map.of();
		}
		Map<Long, Long> runners = new HashMap<>();
		this.jdbc
			.sql("select " + column + ", min(id) from participant where event_id = :event and " + column
					+ " in (:numbers) group by " + column + " having count(*) = 1")
			.param("event", eventId)
			.param("numbers", numbers)
			.query((row, number) -> runners.put(row.getLong(1), row.getLong(2)))
			.list();
		return runners;
	}

	private List<Standing> resting(Comparing comparing, long resultSetId, Set<Long> participants) {
		if (participants.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql(COLUMNS + """
				where d.participant_id in (:participants)
					and (d.individual_result_set_id is null or d.individual_result_set_id = :resultSet) and
				""" + RESTS)
			.param("participants", participants)
			.param("resultSet", resultSetId)
			.param("began", comparing.began())
			.query((row, number) -> standing(row, comparing))
			.list();
	}

	private static Standing standing(ResultSet row, Comparing comparing) throws SQLException {
		OffsetDateTime seen = row.getObject("seen_at", OffsetDateTime.class);
		return new Standing(row.getLong("participant_id"), row.getInt("wanted_version"),
				row.getObject("sent", Long.class), seen != null, seen != null && !seen.isBefore(comparing.began()));
	}

	private void write(Comparing comparing, Standing standing, Finding finding, boolean approvalNeeded) {
		switch (finding) {
			case Finding.AsSent asSent -> seen(comparing, standing, approvalNeeded, true);
			case Finding.Shown shown -> seen(comparing, standing, approvalNeeded, false);
			case Finding.Differs(long milliseconds) -> differs(comparing, standing, milliseconds);
		}
	}

	/** It is there. Only what is as it was sent, or may be, is approved. */
	private void seen(Comparing comparing, Standing standing, boolean approvalNeeded, boolean asSent) {
		this.jdbc.sql("""
				update delivery set seen_at = :began,
					approval_seen_at = case when :approval
						and (:asSent or coalesce(drift, left_drift, '') <> 'differs')
						then coalesce(approval_seen_at, cast(:began as timestamp with time zone))
						else approval_seen_at end,
					left_time_ms = case when left_drift = 'differs' and not :asSent then left_time_ms end,
					left_drift = case when left_drift = 'differs' and not :asSent then left_drift end,
					drift_since = case when drift = 'differs' and not :asSent then drift_since end,
					shown_time_ms = case when drift = 'differs' and not :asSent then shown_time_ms end,
					drift = case when drift = 'differs' and not :asSent then drift end""" + RESTS_STILL)
			.param("began", comparing.began())
			.param("approval", approvalNeeded)
			.param("asSent", asSent)
			.param("participant", standing.participantId())
			.param("version", standing.version())
			.update();
	}

	/** Nothing new where it was left like that. */
	private void differs(Comparing comparing, Standing standing, long milliseconds) {
		boolean left = this.jdbc
			.sql("update delivery set seen_at = :began" + RESTS_STILL
					+ " and left_drift = 'differs' and left_time_ms = :shown")
			.param("began", comparing.began())
			.param("shown", milliseconds)
			.param("participant", standing.participantId())
			.param("version", standing.version())
			.update() > 0;
		if (!left) {
			drifts(comparing, standing, milliseconds);
		}
	}

	/** Somebody may have approved what stands there, but not what was sent. */
	private void drifts(Comparing comparing, Standing standing, long milliseconds) {
		this.jdbc.sql("""
				update delivery set seen_at = :began, approval_seen_at = null, drift_since = case when drift = 'differs'
					then drift_since else cast(:began as timestamp with time zone) end,
					drift = 'differs', shown_time_ms = :shown, left_drift = null, left_time_ms = null""" + RESTS_STILL)
			.param("began", comparing.began())
			.param("shown", milliseconds)
			.param("participant", standing.participantId())
			.param("version", standing.version())
			.update();
	}

	/**
	 * Results that no page of a whole listing has shown.
	 * @param absence how the listing was read
	 * @param after the participant after whom to begin, 0 for the first
	 */
	List<Standing> absent(Comparing comparing, Absence absence, long after) {
		return this.jdbc.sql(ABSENT)
			.param("event", comparing.event().eventId())
			.param("after", after)
			.param("began", comparing.began())
			.param("seenOnly", !absence.approvalNotNeeded())
			.param("byBib", absence.byBib())
			.query((row, number) -> standing(row, comparing))
			.list();
	}

	/** RunSignup does not show it any more, or never did. */
	void missing(Comparing comparing, Standing standing) {
		this.jdbc
			.sql("""
					update delivery set drift = 'missing', drift_since = :began, shown_time_ms = null,
						left_drift = null, left_time_ms = null""" + RESTS_STILL
					+ " and (seen_at is null or seen_at < :began)")
			.param("began", comparing.began())
			.param("participant", standing.participantId())
			.param("version", standing.version())
			.update();
	}

	/**
	 * What a listing allows to say of results that it did not show.
	 *
	 * @param approvalNotNeeded whether RunSignup says that nobody must approve results
	 * @param byBib whether its rows name no registration
	 */
	record Absence(boolean approvalNotNeeded, boolean byBib) {
	}

}
