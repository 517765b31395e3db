package io.selftimed.security;

import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts in the table {@code organizer}; addresses are stored in lower case.
 */
@Repository
class JdbcAccounts implements Accounts {

	private final JdbcClient jdbc;

	private final PasswordEncoder encoder;

	private final SignInTries tries;

	private final OpenSessions sessions;

	JdbcAccounts(JdbcClient jdbc, PasswordEncoder encoder, SignInTries tries, OpenSessions sessions) {
		this.jdbc = jdbc;
		this.encoder = encoder;
		this.tries = tries;
		this.sessions = sessions;
	}

	@Override
	public Optional<Long> idOf(String email) {
		return (email.indexOf('\0') >= 0) ? Optional.empty()
				: this.jdbc.sql("select id from organizer where email = :email")
					.param("email", SignInTries.normal(email))
					.query(Long.class)
					.optional();
	}

	@Override
	public long make(String email, String password, boolean administrator) {
		GeneratedKeyHolder id = new GeneratedKeyHolder();
		this.jdbc
			.sql("insert into organizer (email, password, administrator) values (:email, :password, :administrator)")
			.param("email", SignInTries.normal(email))
			.param("password", Objects.requireNonNull(this.encoder.encode(password)))
			.param("administrator", administrator)
			.update(id, "id");
		return Objects.requireNonNull(id.getKey()).longValue();
	}

	@Override
	public Proof prove(long organizerId, String password) {
		// Counted apart from signing in, so that no stranger locks out who is signed in.
		String counted = "organizer " + organizerId;
		if (!this.tries.begin(counted, false)) {
			return Proof.SLOWED;
		}
		String stored = this.jdbc.sql("select password from organizer where id = :id")
			.param("id", organizerId)
			.query((row, number) -> row.getString(1))
			.single();
		if (!this.encoder.matches(password, stored)) {
			return Proof.WRONG;
		}
		this.tries.succeeded(counted);
		return Proof.RIGHT;
	}

	@Override
	@Transactional
	public void changePassword(long organizerId, String password, String keptSession) {
		this.jdbc.sql("update organizer set password = :password where id = :id")
			.param("password", Objects.requireNonNull(this.encoder.encode(password)))
			.param("id", organizerId)
			.update();
		this.jdbc.sql("delete from password_link where organizer_id = :id").param("id", organizerId).update();
		this.sessions.end(organizerId, keptSession);
	}

}
