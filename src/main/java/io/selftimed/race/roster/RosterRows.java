package io.selftimed.race.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of {@code participant} as a roster's source changes them, many at once and in
 * the order of their ids, so that two never wait for each other.
 */
@Repository
class RosterRows {

	private static final String COLUMNS = """
			select id, registration_id, bib, first_name, last_name, birth_date, email, bib_set_here, removed_at,
				erased_at
			from participant where event_id = :event""";

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	RosterRows(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** Everybody. */
	List<RosterRow> all(long eventId) {
		return this.jdbc.sql(COLUMNS + " order by id").param("event", eventId).query(RosterRows::row).list();
	}

	/** Who has one of these registrations, and everybody without one. */
	List<RosterRow> known(long eventId, Set<Long> registrations) {
		return this.jdbc.sql(COLUMNS + "\n and (registration_id in (:ids) or registration_id is null) order by id")
			.param("event", eventId)
			.param("ids", registrations.isEmpty() ? Set.of(-1L) : registrations)
			.query(RosterRows::row)
			.list();
	}

	private static RosterRow row(ResultSet row, int number) throws SQLException {
		return new RosterRow(row.getLong("id"),
				new RosterEntry(row.getObject("registration_id", Long.class), row.getObject("bib", Long.class),
						row.getString("first_name"), row.getString("last_name"),
						row.getObject("birth_date", LocalDate.class), row.getString("email")),
				row.getBoolean("bib_set_here"), row.getObject("removed_at") != null,
				row.getObject("erased_at") != null);
	}

	/** Adds who is new. */
	void add(long eventId, List<RosterEntry> added, RosterSource source) {
		this.batches.batchUpdate("""
				insert into participant (event_id, registration_id, bib, first_name, last_name, birth_date, email,
					bib_set_here)
				values (:event, :registration, :bib, :first, :last, :born, :email, :here)
				""",
				added.stream()
					.map((entry) -> parameters(entry).addValue("event", eventId)
						.addValue("here", entry.bib() != null && source == RosterSource.FILE))
					.toArray(MapSqlParameterSource[]::new));
	}

	/** Writes down who is otherwise now; who was erased meanwhile stays so. */
	void change(List<RosterPlan.Changed> changed) {
		this.batches.batchUpdate("""
				update participant set registration_id = :registration, bib = :bib,
					first_name = case when erased_at is null then cast(:first as varchar(100)) end,
					last_name = case when erased_at is null then cast(:last as varchar(100)) end,
					birth_date = case when erased_at is null then cast(:born as date) end,
					email = case when erased_at is null then cast(:email as varchar(254)) end,
					bib_set_here = :here, removed_at = null, removed_reason = null
				where id = :id
				""",
				changed.stream()
					.map(RosterPlan.Changed::after)
					.sorted(Comparator.comparingLong(RosterRow::id))
					.map((row) -> parameters(row.entry()).addValue("id", row.id()).addValue("here", row.bibSetHere()))
					.toArray(MapSqlParameterSource[]::new));
	}

	private static MapSqlParameterSource parameters(RosterEntry entry) {
		return new MapSqlParameterSource().addValue("registration", entry.registrationId(), Types.BIGINT)
			.addValue("bib", entry.bib(), Types.BIGINT)
			.addValue("first", entry.firstName(), Types.VARCHAR)
			.addValue("last", entry.lastName(), Types.VARCHAR)
			.addValue("born", entry.birthDate(), Types.DATE)
			.addValue("email", entry.email(), Types.VARCHAR);
	}

	/** How many are registered at RunSignup, as far as is known. */
	int registered(long eventId) {
		return this.jdbc.sql("""
				select count(*) from participant
				where event_id = :event and registration_id is not null and removed_at is null
				""").param("event", eventId).query(Integer.class).single();
	}

	/** The registrations that are not among those that RunSignup listed. */
	List<Long> absent(long eventId, Set<Long> listed) {
		return this.jdbc.sql("""
				select registration_id from participant
				where event_id = :event and registration_id is not null and removed_at is null order by registration_id
				""")
			.param("event", eventId)
			.query((row, number) -> row.getLong(1))
			.list()
			.stream()
			.filter((registration) -> !listed.contains(registration))
			.toList();
	}

	/**
	 * Flags who is registered no more.
	 * @param reason RunSignup's word, empty if it says none
	 * @return whether that is news
	 */
	boolean flag(long eventId, long registration, String reason, OffsetDateTime now) {
		return this.jdbc.sql("""
				update participant set removed_at = :now, removed_reason = :reason
				where event_id = :event and registration_id = :registration and removed_at is null
				""")
			.param("now", now)
			.param("reason", (reason.length() > 40) ? reason.substring(0, 40) : reason)
			.param("event", eventId)
			.param("registration", registration)
			.update() == 1;
	}

}
