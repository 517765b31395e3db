package io.selftimed.race;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The counts in the table {@code event_count_delta}.
 */
@Repository
class JdbcEventCounts implements EventCounts {

	private final JdbcClient jdbc;

	JdbcEventCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void add(long eventId, String what, int delta) {
		this.jdbc.sql("insert into event_count_delta (event_id, what, delta) values (:event, :what, :delta)")
			.param("event", eventId)
			.param("what", what)
			.param("delta", delta)
			.update();
	}

}
