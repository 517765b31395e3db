package io.selftimed.organizer.roster;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts rosters, each in one walk through it.
 */
@Repository
class RosterCounter {

	private static final String COUNT = RosterView.list()
		.stream()
		.map((view) -> "count(case when %s then 1 end) as \"%s\"".formatted(view.condition(), view.word()))
		.collect(Collectors.joining(", ", "select ", " from participant p where p.event_id = :event"));

	private final JdbcClient jdbc;

	RosterCounter(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether more are on the roster than so many; reads no more than that. */
	boolean isLargerThan(long eventId, int most) {
		return this.jdbc.sql(
				"select count(*) from (select 1 from participant where event_id = :event fetch first :rows rows only) p")
			.param("event", eventId)
			.param("rows", most + 1)
			.query(Long.class)
			.single() > most;
	}

	/**
	 * Counts all parts.
	 * @param eventId the event
	 * @param countedAt what to say of when it was counted, null for just now
	 */
	RosterCount count(long eventId, @Nullable Instant countedAt) {
		return this.jdbc.sql(COUNT).param("event", eventId).query((row, number) -> {
			Map<String, Long> parts = new LinkedHashMap<>();
			for (RosterView view : RosterView.list()) {
				parts.put(view.word(), row.getLong(view.word()));
			}
			return new RosterCount(parts, countedAt);
		}).single();
	}

}
