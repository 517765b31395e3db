package io.selftimed.security;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The sessions in Spring Session's table, found by the organizer they are of.
 */
@Repository
class JdbcOpenSessions implements OpenSessions {

	private final JdbcClient jdbc;

	JdbcOpenSessions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<OpenSession> of(long organizerId) {
		return this.jdbc.sql("""
				select session_id, creation_time, last_access_time from spring_session
				where principal_name = :organizer and creation_time > (
					select max(last_access_time) - :longest from spring_session where principal_name = :organizer)
				order by last_access_time desc fetch first 50 rows only
				""")
			.param("organizer", String.valueOf(organizerId))
			.param("longest", SessionLimit.LONGEST.toMillis())
			.query((row, number) -> new OpenSession(row.getString(1), Instant.ofEpochMilli(row.getLong(2)),
					Instant.ofEpochMilli(row.getLong(3))))
			.list();
	}

	@Override
	public int end(long organizerId, String kept) {
		return this.jdbc.sql("delete from spring_session where principal_name = :organizer and session_id <> :kept")
			.param("organizer", String.valueOf(organizerId))
			.param("kept", kept)
			.update();
	}

}
