package io.selftimed.organizer;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts the mails that an organizer should have had and that were given up.
 */
@Repository
class FailedMails {

	private static final Duration LATELY = Duration.ofDays(30);

	private final JdbcClient jdbc;

	private final InstantSource time;

	FailedMails(JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/**
	 * How many were given up in the last 30 days.
	 * @param organizerId our id of the organizer
	 */
	long to(long organizerId) {
		return this.jdbc.sql("""
				select count(*) from mail where recipient = (select email from organizer where id = :organizer)
				and state = 'failed' and created_at > :since
				""")
			.param("organizer", organizerId)
			.param("since", this.time.instant().minus(LATELY).atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single();
	}

}
