package io.selftimed.organizer.roster;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts the parts of a roster. A roster holds as many as have registered, so that
 * counting it costs the same however much they send.
 */
@Repository
class JdbcRosterFigures implements RosterFigures {

	private final JdbcClient jdbc;

	JdbcRosterFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<String, Long> of(long eventId) {
		Map<String, Long> figures = new LinkedHashMap<>();
		RosterView.list().forEach((view) -> figures.put(view.word(), count(eventId, view)));
		return figures;
	}

	@Override
	public long withoutBib(long eventId) {
		return count(eventId, RosterView.NO_BIB);
	}

	@Override
	public long withoutResult(long eventId) {
		return count(eventId, RosterView.NO_RESULT);
	}

	private long count(long eventId, RosterView view) {
		return this.jdbc.sql("select count(*) from participant p where p.event_id = :event and " + view.condition())
			.param("event", eventId)
			.query(Long.class)
			.single();
	}

}
