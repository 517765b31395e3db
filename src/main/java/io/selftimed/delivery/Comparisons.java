package io.selftimed.delivery;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.selftimed.race.EventCatalog;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whose turn it is to be compared, in the table {@code comparison}. Who works on an event
 * holds its row by a lease; a row that was lost is taken up again when that ends.
 */
@Repository
class Comparisons implements ComparisonRequests {

	/**
	 * Asked for first, then by schedule: events that have something delivered and are
	 * open or closed lately.
	 */
	static final String NEXT = """
			select c.event_id from comparison c join event e on e.event_id = c.event_id
			where (c.held_until is null or c.held_until <= :now)
				and (c.asked_at is not null or (c.next_at <= :now and e.opens_at <= :now and e.closes_at > :closed
					and exists (select 1 from delivery d where d.event_id = e.event_id and d.state = 'received')))
			order by case when c.asked_at is not null then 0 else 1 end, c.next_at, c.event_id
			fetch first 1 rows only
			""";

	/** Longer than a page can take, with the wait for its lane. */
	private static final Duration LEASE = Duration.ofMinutes(5);

	private static final Duration AFTER_CLOSING = Duration.ofDays(30);

	private final JdbcClient jdbc;

	private final EventCatalog events;

	private final ComparisonSettings settings;

	private final InstantSource time;

	Comparisons(JdbcClient jdbc, EventCatalog events, ComparisonSettings settings, InstantSource time) {
		this.jdbc = jdbc;
		this.events = events;
		this.settings = settings;
		this.time = time;
	}

	@Override
	public void ask(long eventId) {
		makeRows();
		this.jdbc.sql("update comparison set asked_at = coalesce(asked_at, :now) where event_id = :event")
			.param("now", now())
			.param("event", eventId)
			.update();
	}

	/** Takes the event whose turn it is, if there is one and nobody else takes it. */
	Optional<Comparing> next() {
		makeRows();
		OffsetDateTime now = now();
		return this.jdbc.sql(NEXT)
			.param("now", now)
			.param("closed", now.minus(AFTER_CLOSING))
			.query((row, number) -> row.getLong(1))
			.optional()
			.flatMap(this.events::byId)
			.filter((event) -> take(event.eventId(), now))
			.map((event) -> new Comparing(event, now));
	}

	private boolean take(long eventId, OffsetDateTime now) {
		return this.jdbc.sql("""
				update comparison set began_at = :now, held_until = :until, next_at = :next
				where event_id = :event and (held_until is null or held_until <= :now)
					and (began_at is null or began_at < :now)
				""")
			.param("now", now)
			.param("until", now.plus(LEASE))
			.param("next", now.plus(this.settings.compareEvery()))
			.param("event", eventId)
			.update() == 1;
	}

	/**
	 * An event that is new is compared when its time has come, not at once. Not by a
	 * merge: two at once would both insert.
	 */
	private void makeRows() {
		try {
			this.jdbc.sql("""
					insert into comparison (event_id, next_at)
					select e.event_id, cast(:next as timestamp with time zone) from event e
					where not exists (select 1 from comparison c where c.event_id = e.event_id)
					""").param("next", now().plus(this.settings.compareEvery())).update();
		}
		catch (DuplicateKeyException ex) {
			// Somebody else made them just now.
		}
	}

	/** Goes on holding it; false if somebody else has taken it over. */
	boolean hold(Comparing comparing) {
		return this.jdbc.sql("""
				update comparison set held_until = :until where event_id = :event and began_at = :began
				""")
			.param("until", now().plus(LEASE))
			.param("event", comparing.event().eventId())
			.param("began", comparing.began())
			.update() == 1;
	}

	/** Lets it go unfinished, so that somebody begins it anew. */
	void drop(Comparing comparing) {
		this.jdbc.sql("""
				update comparison set held_until = null, next_at = began_at
				where event_id = :event and began_at = :began
				""").param("event", comparing.event().eventId()).param("began", comparing.began()).update();
	}

	/**
	 * Writes down how it ended. A wish that came after it began still stands.
	 * @param outcome the word in the table
	 */
	void end(Comparing comparing, String outcome) {
		this.jdbc.sql("""
				update comparison set held_until = null, ended_at = :now, outcome = :outcome,
					asked_at = case when asked_at > :began then asked_at end,
					compared_at = case when :outcome = 'whole' then :now else compared_at end
				where event_id = :event and began_at = :began
				""")
			.param("now", now())
			.param("outcome", outcome)
			.param("began", comparing.began())
			.param("event", comparing.event().eventId())
			.update();
	}

	/**
	 * Keeps what RunSignup says of approval.
	 * @param needed whether results need it, null if RunSignup does not say
	 */
	void needsApproval(long eventId, @Nullable Boolean needed) {
		this.jdbc.sql("update event set remote_needs_approval = :needed where event_id = :event")
			.param("needed", needed, Types.BOOLEAN)
			.param("event", eventId)
			.update();
	}

	/** To the microsecond, as the tables keep it. */
	private OffsetDateTime now() {
		Instant now = this.time.instant();
		return now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
	}

}
