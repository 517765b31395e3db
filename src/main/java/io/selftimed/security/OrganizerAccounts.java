package io.selftimed.security;

import java.util.Locale;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;

/**
 * The organizers' accounts; addresses are stored in lower case.
 */
@Repository
class OrganizerAccounts implements UserDetailsService {

	private final JdbcClient jdbc;

	OrganizerAccounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public OrganizerAccount loadUserByUsername(String username) {
		if (username.indexOf('\0') >= 0) {
			throw new UsernameNotFoundException("no address has such a character");
		}
		return this.jdbc.sql("select id, password from organizer where email = :email")
			.param("email", username.strip().toLowerCase(Locale.ROOT))
			.query((rs, row) -> new OrganizerAccount(rs.getLong("id"), rs.getString("password")))
			.optional()
			.orElseThrow(() -> new UsernameNotFoundException("no such organizer"));
	}

}
