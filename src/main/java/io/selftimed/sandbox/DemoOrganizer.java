package io.selftimed.sandbox;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The organizer of the demo, who owns its race.
 */
final class DemoOrganizer {

	static final String EMAIL = "demo@selftimed.test";

	private final JdbcClient jdbc;

	private final DemoPassword password;

	private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

	DemoOrganizer(JdbcClient jdbc, DemoPassword password) {
		this.jdbc = jdbc;
		this.password = password;
	}

	/** Writes the account or its changed password; to be called in a transaction. */
	void write(long raceId) {
		Optional<String> stored = this.jdbc.sql("select password from organizer where email = :email")
			.param("email", EMAIL)
			.query((row, number) -> row.getString(1))
			.optional();
		if (stored.isEmpty()) {
			insert(raceId);
		}
		else if (!this.encoder.matches(this.password.reveal(), stored.get())) {
			this.jdbc.sql("update organizer set password = :password where email = :email")
				.param("password", this.encoder.encode(this.password.reveal()))
				.param("email", EMAIL)
				.update();
		}
	}

	private void insert(long raceId) {
		this.jdbc
			.sql("insert into organizer (email, password, administrator, demo) values (:email, :password, true, true)")
			.param("email", EMAIL)
			.param("password", this.encoder.encode(this.password.reveal()))
			.update();
		this.jdbc.sql("""
				insert into organizer_role (organizer_id, race_id, role)
				select id, :race, 'owner' from organizer where email = :email
				""").param("race", raceId).param("email", EMAIL).update();
	}

}
