package io.selftimed.race;

import java.time.InstantSource;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The window in the table {@code event}.
 */
@Repository
class JdbcEventWindow implements EventWindow {

	private final JdbcClient jdbc;

	private final InstantSource time;

	JdbcEventWindow(JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	@Override
	public boolean closeNow(long eventId) {
		return this.jdbc.sql(
				"update event set closes_at = :now, version = version + 1 where event_id = :event and opens_at < :now and closes_at > :now")
			.param("now", this.time.instant().atOffset(ZoneOffset.UTC))
			.param("event", eventId)
			.update() > 0;
	}

}
