package io.selftimed.organizer.submissions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import io.selftimed.race.ClockTime;
import io.selftimed.web.KeysetPage;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads an event's submissions, a page by key in one query: first the few rows, then what
 * belongs to them, so that a page costs the same however many there are.
 */
@Repository
class SubmissionRows {

	private static final String ROWS = """
			select s.id, s.k, s.owner, p.bib, p.last_name, s.outcome, s.clock_time_ms, s.elevation_gain_typed,
				s.elevation_unit, s.tally, s.submitted_at, s.review, s.email, s.note, s.doubts, d.wanted_submission_id,
				d.state, last.outcome as last_outcome, last.error_message as last_error,
				took.results_received_ts, took.individual_result_set_id, took.submitted_time_in_ms
			from (
				select f.k, f.owner, submission.id, participant_id, outcome, clock_time_ms, elevation_gain_typed,
					elevation_unit, tally, submitted_at, review, email, note, doubts,
					(select max(a.id) from delivery_attempt a where a.submission_id = submission.id) as last_attempt,
					(select max(a.id) from delivery_attempt a where a.submission_id = submission.id
						and a.results_received_ts is not null) as taking_attempt
				from (%s) f join submission on submission.id = f.id
			) s
				left join participant p on p.id = s.participant_id
				left join delivery d on d.participant_id = s.participant_id
				left join delivery_attempt last on last.id = s.last_attempt
				left join delivery_attempt took on took.id = s.taking_attempt
			order by %s
			""";

	private final JdbcClient jdbc;

	SubmissionRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page of the list.
	 * @param eventId RunSignup's id of the event
	 * @param filter which submissions, and in which order
	 * @param after where the last page ended as text, null for the first
	 * @param size how many submissions a page holds at most
	 * @throws IllegalArgumentException if the text is none that a page of this list ended
	 * with
	 */
	ListedPage list(long eventId, ListFilter filter, @Nullable String after, int size) {
		ListWalk walk = ListWalk.of(eventId, filter);
		ListKey key = (after != null)
				? ListKey.of(after, walk.kind()).orElseThrow(() -> new IllegalArgumentException("no key of this list"))
				: null;
		ListedPage page = list(walk, key, size, walk.mostAtFirst(size + 1));
		return page.metAll() ? list(walk, key, size, ListWalk.MET_AT_MOST) : page;
	}

	private ListedPage list(ListWalk walk, @Nullable ListKey key, int size, int most) {
		List<Keyed> found = find(walk, key, size + 1, most);
		List<SubmissionRow> rows = found.stream().limit(size).map(Keyed::row).toList();
		if (found.size() > size) {
			return new ListedPage(rows, found.get(size - 1).key().text(), false);
		}
		String last = walk.isPicky() ? lastMet(walk, key, most) : null;
		return new ListedPage(rows, last, last != null);
	}

	/**
	 * A page of the export, oldest first.
	 * @param after the id after which it begins, 0 for the oldest
	 */
	KeysetPage<SubmissionRow> oldest(long eventId, long after, int size) {
		ListWalk walk = ListWalk.of(eventId, ListFilter.NONE.in(ListOrder.OLDEST));
		List<Keyed> found = find(walk, new ListKey(after, after, after), size + 1, size + 1);
		return KeysetPage.of(found.stream().map(Keyed::row).toList(), size, SubmissionRow::id);
	}

	private List<Keyed> find(ListWalk walk, @Nullable ListKey key, int limit, int most) {
		String sql = ROWS.formatted(walk.found(key), walk.order("s.k, s.owner, s.id"));
		return this.jdbc.sql(sql)
			.params(walk.parameters())
			.param("limit", limit)
			.param("most", most)
			.query((rs, number) -> new Keyed(key(rs, walk.kind()), row(rs, number)))
			.list();
	}

	/** After whom the next page begins, although this one is not full. */
	private @Nullable String lastMet(ListWalk walk, @Nullable ListKey key, int most) {
		return this.jdbc.sql(walk.lastMet(key))
			.params(walk.parameters())
			.param("before", most - 1)
			.query((rs, number) -> new ListKey(value(rs, walk.kind()), rs.getLong("owner"), Long.MAX_VALUE / 10))
			.optional()
			.map(ListKey::text)
			.orElse(null);
	}

	private static ListKey key(ResultSet rs, ListKey.Kind kind) throws SQLException {
		return new ListKey(value(rs, kind), rs.getLong("owner"), rs.getLong("id"));
	}

	private static Object value(ResultSet rs, ListKey.Kind kind) throws SQLException {
		return switch (kind) {
			case NUMBER -> rs.getLong("k");
			case MOMENT -> rs.getObject("k", OffsetDateTime.class);
			case NAME -> rs.getString("k");
		};
	}

	private static SubmissionRow row(ResultSet rs, int number) throws SQLException {
		long id = rs.getLong("id");
		Long wanted = rs.getObject("wanted_submission_id", Long.class);
		SubmissionState state = SubmissionState.of(rs.getString("review"), wanted != null && wanted == id,
				rs.getString("state"));
		return new SubmissionRow(id, rs.getObject("bib", Long.class), rs.getString("last_name"),
				rs.getString("outcome"), clockTime(rs), rs.getString("elevation_gain_typed"),
				rs.getString("elevation_unit"), rs.getString("tally"),
				rs.getObject("submitted_at", OffsetDateTime.class).toInstant(), rs.getString("review"), state,
				rs.getString("email"), rs.getString("note"), attempt(rs), receipt(rs), doubts(rs.getString("doubts")));
	}

	private static List<String> doubts(String words) {
		return words.isEmpty() ? List.of() : List.of(words.split(","));
	}

	private static @Nullable ClockTime clockTime(ResultSet rs) throws SQLException {
		Long milliseconds = rs.getObject("clock_time_ms", Long.class);
		return (milliseconds != null) ? new ClockTime(milliseconds) : null;
	}

	private static SubmissionRow.@Nullable Attempt attempt(ResultSet rs) throws SQLException {
		String outcome = rs.getString("last_outcome");
		return (outcome != null) ? new SubmissionRow.Attempt(outcome, rs.getString("last_error")) : null;
	}

	private static SubmissionRow.@Nullable RunSignupReceipt receipt(ResultSet rs) throws SQLException {
		Long receivedTs = rs.getObject("results_received_ts", Long.class);
		if (receivedTs == null) {
			return null;
		}
		return new SubmissionRow.RunSignupReceipt(Instant.ofEpochSecond(receivedTs),
				rs.getObject("individual_result_set_id", Long.class), rs.getObject("submitted_time_in_ms", Long.class));
	}

	/**
	 * A submission, and where the list stands with it.
	 */
	private record Keyed(ListKey key, SubmissionRow row) {
	}

}
