package io.selftimed.security;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The addresses in the tables {@code organizer} and {@code organizer_role}.
 */
@Repository
class JdbcOrganizerAddresses implements OrganizerAddresses {

	private final JdbcClient jdbc;

	JdbcOrganizerAddresses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<String> of(long raceId) {
		return this.jdbc.sql("""
				select o.email from organizer_role r join organizer o on o.id = r.organizer_id
				where r.race_id = :race and r.role in ('owner', 'reviewer') order by o.email
				""").param("race", raceId).query((row, number) -> row.getString(1)).list();
	}

	@Override
	public String ofOrganizer(long organizerId) {
		return this.jdbc.sql("select email from organizer where id = :id")
			.param("id", organizerId)
			.query((row, number) -> row.getString(1))
			.optional()
			.orElse("");
	}

}
