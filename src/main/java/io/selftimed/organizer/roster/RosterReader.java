package io.selftimed.organizer.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.selftimed.organizer.Columns;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads rosters for organizers: a page along the bibs, figures, the state of the fetch.
 */
@Repository
class RosterReader {

	private static final String SELECT = """
			select p.id, p.bib, p.first_name, p.last_name, p.birth_date, p.email, p.registration_id, p.removed_at,
				p.removed_reason, p.erased_at, p.bib_set_here, s.id as submission_id, s.outcome, s.clock_time_ms,
				s.review
			from (%s) p
				left join submission s on s.participant_id = p.id and s.number =
					(select max(n.number) from submission n where n.participant_id = p.id)
			order by %s
			""";

	/** Along an index, and of those whom it meets, who is wanted. */
	private static final String MET = """
			select p.* from (select p.* from participant p where p.event_id = :event and %s
				fetch first :most rows only) p
			where %s order by p.bib, p.id fetch first :rows rows only""";

	private static final String EACH = """
			select p.* from participant p where p.event_id = :event and %s fetch first :rows rows only""";

	/** H2 walks along an index only if the order names each of its columns. */
	private static final String WITH_BIB = """
			p.bib >= :bib and (p.bib > :bib or p.id > :id) order by p.event_id, p.bib, p.id""";

	private static final String WITHOUT_BIB = "p.bib is null and p.id > :id order by p.event_id, p.bib, p.id";

	private static final int MET_AT_MOST = 50_000;

	private static final int MET_AT_FIRST = 5000;

	private static final int FOUND = 50;

	private final JdbcClient jdbc;

	private final InstantSource time;

	private final int metAtFirst;

	private final int metAtMost;

	@Autowired
	RosterReader(JdbcClient jdbc, InstantSource time) {
		this(jdbc, time, MET_AT_FIRST, MET_AT_MOST);
	}

	/**
	 * A reader of rosters.
	 * @param jdbc the database
	 * @param time now
	 * @param metAtFirst so many are met at first for one page
	 * @param metAtMost so many are met at most, however few of them are shown
	 */
	RosterReader(JdbcClient jdbc, InstantSource time, int metAtFirst, int metAtMost) {
		this.jdbc = jdbc;
		this.time = time;
		this.metAtFirst = metAtFirst;
		this.metAtMost = metAtMost;
	}

	/**
	 * A page: bibs in their order, then who has none. At most {@link #MET_AT_MOST} are
	 * met on the way among either, however few of them are shown.
	 * @param eventId the event
	 * @param view whom to show
	 * @param key where the page before ended
	 * @param rows how many a page has
	 */
	RosterPage after(long eventId, RosterView view, RosterKey key, int rows) {
		List<ListedParticipant> found = new ArrayList<>();
		RosterKey rest = key;
		if (key.bib() != null) {
			if (view != RosterView.NO_BIB) {
				RosterPage page = walk(WITH_BIB, view, eventId, key, rows);
				if (page.next() != null) {
					return page;
				}
				found.addAll(page.rows());
			}
			rest = RosterKey.START;
		}
		// Of a page that is full one more is looked for: whether there is a next one.
		RosterPage page = walk(WITHOUT_BIB, view, eventId, rest, rows - found.size());
		if (page.rows().isEmpty() && page.next() != null && !page.metAll()) {
			return new RosterPage(found, found.getLast().key(), false);
		}
		found.addAll(page.rows());
		return new RosterPage(found, page.next(), page.metAll());
	}

	/** Few are met at first, as mostly that is enough. */
	private RosterPage walk(String walk, RosterView view, long eventId, RosterKey key, int rows) {
		RosterPage page = walk(walk, view, eventId, key, rows, view.isPicky() ? this.metAtFirst : rows + 1);
		return page.metAll() ? walk(walk, view, eventId, key, rows, this.metAtMost) : page;
	}

	private RosterPage walk(String walk, RosterView view, long eventId, RosterKey key, int rows, int most) {
		List<ListedParticipant> found = list(walk, view, eventId, key, rows + 1, most);
		if (found.size() > rows) {
			return new RosterPage(found.subList(0, rows), (rows > 0) ? found.get(rows - 1).key() : RosterKey.START,
					false);
		}
		Optional<RosterKey> last = lastMet(walk, eventId, key, most);
		return new RosterPage(found, last.orElse(null), last.isPresent());
	}

	private List<ListedParticipant> list(String walk, RosterView view, long eventId, RosterKey key, int rows,
			int most) {
		return this.jdbc.sql(SELECT.formatted(MET.formatted(walk, view.condition()), "p.bib, p.id"))
			.param("event", eventId)
			.param("most", most)
			.param("rows", rows)
			.param("bib", key.bib())
			.param("id", key.id())
			.query(RosterReader::participant)
			.list();
	}

	/** The last that a walk has met, if there were so many. */
	private Optional<RosterKey> lastMet(String walk, long eventId, RosterKey key, int most) {
		return this.jdbc
			.sql("select p.bib, p.id from participant p where p.event_id = :event and " + walk
					+ " offset :before rows fetch first 1 rows only")
			.param("event", eventId)
			.param("before", most - 1)
			.param("bib", key.bib())
			.param("id", key.id())
			.query((row, number) -> new RosterKey(row.getObject("bib", Long.class), row.getLong("id")))
			.optional();
	}

	/** Who has a bib, or a name that begins so; the first {@link #FOUND}. */
	RosterPage search(long eventId, String wanted, String nameKey) {
		return RosterPage.found(
				wanted.matches("[0-9]{1,18}") ? withBib(eventId, Long.parseLong(wanted)) : named(eventId, nameKey),
				FOUND);
	}

	private List<ListedParticipant> withBib(long eventId, long bib) {
		return this.jdbc.sql(SELECT.formatted(EACH.formatted("p.bib = :bib order by p.id"), "p.id"))
			.param("event", eventId)
			.param("rows", FOUND + 1)
			.param("bib", bib)
			.query(RosterReader::participant)
			.list();
	}

	private List<ListedParticipant> named(long eventId, String nameKey) {
		return this.jdbc
			.sql(SELECT.formatted(
					EACH.formatted("p.name_key >= :from and p.name_key < :to order by p.event_id, p.name_key, p.id"),
					"p.name_key, p.id"))
			.param("event", eventId)
			.param("rows", FOUND + 1)
			.param("from", nameKey)
			.param("to", nameKey + '\uFFFF')
			.query(RosterReader::participant)
			.list();
	}

	/** A participant of an event. */
	Optional<ListedParticipant> find(long eventId, long participantId) {
		return this.jdbc.sql(SELECT.formatted(EACH.formatted("p.id = :id"), "p.id"))
			.param("event", eventId)
			.param("rows", 1)
			.param("id", participantId)
			.query(RosterReader::participant)
			.optional();
	}

	private static ListedParticipant participant(ResultSet row, int number) throws SQLException {
		Long submission = row.getObject("submission_id", Long.class);
		return new ListedParticipant(row.getLong("id"), row.getObject("bib", Long.class), row.getString("first_name"),
				row.getString("last_name"), row.getObject("birth_date", LocalDate.class), row.getString("email"),
				row.getObject("registration_id", Long.class),
				new ListedParticipant.Standing(instant(row, "removed_at"), row.getString("removed_reason"),
						instant(row, "erased_at"), row.getBoolean("bib_set_here")),
				(submission != null) ? new ListedParticipant.Result(submission, row.getString("outcome"),
						Columns.clockTime(row), row.getString("review")) : null);
	}

	/** How the fetch of an event stands. */
	RosterState state(long eventId) {
		return this.jdbc
			.sql("""
					select scheduled, asked_at is not null or held_until > :now as under_way, rows_read, added, changed, gone,
						outcome, ended_at, whole_at
					from roster_fetch where event_id = :event
					""")
			.param("now", this.time.instant().atOffset(ZoneOffset.UTC))
			.param("event", eventId)
			.query((row, number) -> new RosterState(row.getBoolean("scheduled"), row.getBoolean("under_way"),
					row.getInt("rows_read"), row.getInt("added"), row.getInt("changed"), row.getInt("gone"),
					row.getString("outcome"), instant(row, "ended_at"), instant(row, "whole_at")))
			.optional()
			.orElse(RosterState.NEVER);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

}
