package io.selftimed.race.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.selftimed.race.Event;
import io.selftimed.race.EventCatalog;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whose roster is fetched next, in the table {@code roster_fetch}. Who works on an event
 * holds its row by a lease; a row that was lost is taken up again when that ends.
 */
@Repository
class RosterFetches implements RosterFetchRequests {

	/** Asked for first, then by schedule: events that are open. */
	private static final String NEXT = """
			select f.event_id, f.asked_at, f.changes_since, f.whole_at
			from roster_fetch f join event e on e.event_id = f.event_id
			where (f.held_until is null or f.held_until <= :now)
				and (f.asked_at is not null or (f.scheduled and f.next_at <= :now
					and e.opens_at <= :now and e.closes_at > :now))
			order by case when f.asked_at is not null then 0 else 1 end, f.next_at, f.event_id
			fetch first 1 rows only
			""";

	/** Longer than a page can take, with the wait for its lane. */
	private static final Duration LEASE = Duration.ofMinutes(5);

	/** The hour of the race's night after which everybody is read anew. */
	private static final int NIGHT = 2;

	private final JdbcClient jdbc;

	private final EventCatalog events;

	private final RosterSettings settings;

	private final InstantSource time;

	RosterFetches(JdbcClient jdbc, EventCatalog events, RosterSettings settings, InstantSource time) {
		this.jdbc = jdbc;
		this.events = events;
		this.settings = settings;
		this.time = time;
	}

	@Override
	public void ask(long eventId) {
		makeRow(eventId);
		this.jdbc.sql("update roster_fetch set asked_at = coalesce(asked_at, :now) where event_id = :event")
			.param("now", now())
			.param("event", eventId)
			.update();
	}

	@Override
	public void schedule(long eventId, boolean on) {
		makeRow(eventId);
		this.jdbc.sql("update roster_fetch set scheduled = :on, next_at = :now where event_id = :event")
			.param("on", on)
			.param("now", now())
			.param("event", eventId)
			.update();
	}

	private void makeRow(long eventId) {
		try {
			this.jdbc.sql("""
					insert into roster_fetch (event_id, next_at)
					select e.event_id, cast(:now as timestamp with time zone) from event e where e.event_id = :event
						and not exists (select 1 from roster_fetch f where f.event_id = e.event_id)
					""").param("now", now()).param("event", eventId).update();
		}
		catch (DuplicateKeyException ex) {
			// Somebody else made it just now.
		}
	}

	/** Takes the event whose turn it is, if there is one and nobody else takes it. */
	Optional<RosterFetching> next() {
		OffsetDateTime now = now();
		return this.jdbc.sql(NEXT)
			.param("now", now)
			.query((row, number) -> new Turn(row.getLong(1), row.getObject(2) != null,
					row.getObject(3, OffsetDateTime.class), row.getObject(4, OffsetDateTime.class)))
			.optional()
			.flatMap((turn) -> this.events.byId(turn.eventId())
				.filter((event) -> take(event.eventId(), now))
				.map((event) -> new RosterFetching(event, now, turn.since(event, now))));
	}

	private boolean take(long eventId, OffsetDateTime now) {
		return this.jdbc.sql("""
				update roster_fetch set began_at = :now, held_until = :until, next_at = :next, rows_read = 0, added = 0,
					changed = 0, gone = 0
				where event_id = :event and (held_until is null or held_until <= :now)
					and (began_at is null or began_at < :now)
				""")
			.param("now", now)
			.param("until", now.plus(LEASE))
			.param("next", now.plus(this.settings.fetchEvery()))
			.param("event", eventId)
			.update() == 1;
	}

	/** Goes on holding it; false if somebody else has taken it over. */
	boolean hold(RosterFetching fetching) {
		return this.jdbc
			.sql("update roster_fetch set held_until = :until where event_id = :event and began_at = :began")
			.param("until", now().plus(LEASE))
			.param("event", fetching.event().eventId())
			.param("began", fetching.began())
			.update() == 1;
	}

	/** Shows how far it is. */
	void count(RosterFetching fetching, int rows, int added, int changed, int gone) {
		this.jdbc.sql("""
				update roster_fetch set rows_read = rows_read + :rows, added = added + :added,
					changed = changed + :changed, gone = gone + :gone
				where event_id = :event and began_at = :began
				""")
			.param("rows", rows)
			.param("added", added)
			.param("changed", changed)
			.param("gone", gone)
			.param("event", fetching.event().eventId())
			.param("began", fetching.began())
			.update();
	}

	/** Lets it go unfinished, so that somebody begins it anew. */
	void drop(RosterFetching fetching) {
		this.jdbc.sql("""
				update roster_fetch set held_until = null, next_at = began_at
				where event_id = :event and began_at = :began
				""").param("event", fetching.event().eventId()).param("began", fetching.began()).update();
	}

	/**
	 * Writes down how it ended. A wish that came after it began still stands. The next
	 * asks for changes since this one began: who changed meanwhile is read twice, not
	 * never.
	 */
	void end(RosterFetching fetching, RosterFetch.End end) {
		this.jdbc.sql("""
				update roster_fetch set held_until = null, ended_at = :now, outcome = :outcome,
					asked_at = case when asked_at > :began then asked_at end,
					changes_since = case when :read then :began else changes_since end,
					whole_at = case when :whole then :began else whole_at end
				where event_id = :event and began_at = :began
				""")
			.param("now", now())
			.param("outcome", end.word())
			.param("read", end == RosterFetch.End.WHOLE || end == RosterFetch.End.CHANGES)
			.param("whole", end == RosterFetch.End.WHOLE)
			.param("began", fetching.began())
			.param("event", fetching.event().eventId())
			.update();
	}

	/** To the microsecond, as the tables keep it. */
	private OffsetDateTime now() {
		return this.time.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
	}

	/**
	 * An event whose turn it is.
	 */
	private record Turn(long eventId, boolean asked, @Nullable OffsetDateTime changesSince,
			@Nullable OffsetDateTime wholeAt) {

		/** Who asks gets everybody, and so does the first fetch after each night. */
		@Nullable Instant since(Event event, OffsetDateTime now) {
			boolean whole = this.asked || this.changesSince == null || this.wholeAt == null
					|| this.wholeAt.toInstant().isBefore(lastNight(event.race().zone(), now));
			return (whole || this.changesSince == null) ? null : this.changesSince.toInstant();
		}

		private static Instant lastNight(ZoneId zone, OffsetDateTime now) {
			ZonedDateTime local = now.atZoneSameInstant(zone);
			ZonedDateTime night = local.toLocalDate().atTime(NIGHT, 0).atZone(zone);
			return (night.isAfter(local) ? night.minusDays(1) : night).toInstant();
		}

	}

}
