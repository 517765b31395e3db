package io.selftimed.race;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
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
				select id, event_id, registration_id, bib, last_name, birth_date from participant
				where event_id = :event and bib = :bib and removed_at is null order by id fetch first 20 rows only
				""").param("event", eventId).param("bib", bib).query(JdbcRoster::participant).list();
	}

	@Override
	public Optional<Participant> find(long eventId, long participantId) {
		return this.jdbc.sql("""
				select id, event_id, registration_id, bib, last_name, birth_date from participant
				where id = :id and event_id = :event
				""").param("id", participantId).param("event", eventId).query(JdbcRoster::participant).optional();
	}

	private static Participant participant(ResultSet row, int number) throws SQLException {
		return new Participant(row.getLong("id"), row.getLong("event_id"), row.getObject("registration_id", Long.class),
				row.getObject("bib", Long.class), row.getString("last_name"),
				row.getObject("birth_date", LocalDate.class));
	}

	@Override
	public long ofBib(long eventId, long bib) {
		return first(eventId, bib).orElseGet(() -> {
			// Not the event's row: a submission's foreign key waits for that one.
			this.jdbc.sql("select id from installation for update").query(Long.class).single();
			return first(eventId, bib).orElseGet(() -> make(eventId, bib));
		});
	}

	/** Who is gone from RunSignup only if nobody else has the bib. */
	private Optional<Long> first(long eventId, long bib) {
		return this.jdbc.sql("""
				select id from participant where event_id = :event and bib = :bib
				order by case when removed_at is null then 0 else 1 end, id fetch first 1 rows only
				""").param("event", eventId).param("bib", bib).query(Long.class).optional();
	}

	private long make(long eventId, long bib) {
		GeneratedKeyHolder keys = new GeneratedKeyHolder();
		this.jdbc.sql("insert into participant (event_id, bib) values (:event, :bib)")
			.param("event", eventId)
			.param("bib", bib)
			.update(keys, "id");
		return Objects.requireNonNull(keys.getKey()).longValue();
	}

	@Override
	public void lock(long participantId) {
		this.jdbc.sql("select id from participant where id = :id for update")
			.param("id", participantId)
			.query(Long.class)
			.single();
	}

}
