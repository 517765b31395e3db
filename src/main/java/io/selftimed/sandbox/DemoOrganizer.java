package io.selftimed.sandbox;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The demo organizer, owner of the demo race.
 */
class DemoOrganizer {

	static final String EMAIL = "demo@selftimed.test";

	private final JdbcTemplate jdbc;

	private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

	DemoOrganizer(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Writes the account, or its password where that has changed. */
	void write(String password) {
		List<String> stored = this.jdbc.query("select password from organizer where email = ?",
				(row, number) -> row.getString(1), EMAIL);
		if (stored.isEmpty()) {
			this.jdbc.update("insert into organizer (email, password, demo) values (?, ?, true)", EMAIL,
					this.encoder.encode(password));
			this.jdbc.update("""
					insert into organizer_role (organizer_id, race_id, role)
					select id, ?, 'owner' from organizer where email = ?
					""", DemoRace.RACE, EMAIL);
		}
		else if (!this.encoder.matches(password, stored.getFirst())) {
			this.jdbc.update("update organizer set password = ? where email = ?", this.encoder.encode(password), EMAIL);
		}
	}

}
