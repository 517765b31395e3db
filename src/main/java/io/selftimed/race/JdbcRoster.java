package io.selftimed.race;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The roster in the table {@code participant}.
 */
@Repository
class JdbcRoster implements Roster {

	private final JdbcClient jdbc;

	JdbcRoster(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Participant> byBib(long eventId, long bib) {
		return this.jdbc.sql("""
				select id, event_id, registration_id, bib, last_name from participant
				where event_id = :event and bib = :bib order by id fetch first 20 rows only
				""").param("event", eventId).param("bib", bib).query(JdbcRoster::participant).list();
	}

	private static Participant participant(ResultSet row, int number) throws SQLException {
		return new Participant(row.getLong("id"), row.getLong("event_id"), row.getObject("registration_id", Long.class),
				row.getObject("bib", Long.class), row.getString("last_name"));
	}

	@Override
	public void lock(long participantId) {
		this.jdbc.sql("select id from participant where id = :id for update")
			.param("id", participantId)
			.query(Long.class)
			.single();
	}

}
