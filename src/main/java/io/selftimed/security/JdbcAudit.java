package io.selftimed.security;

import java.sql.Types;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Repository;

/**
 * The table {@code audit}.
 */
@Repository
class JdbcAudit implements Audit {

	private static final int ABOUT = 200;

	private final JdbcClient jdbc;

	private final ClientAddress address;

	private final InstantSource time;

	JdbcAudit(JdbcClient jdbc, ClientAddress address, InstantSource time) {
		this.jdbc = jdbc;
		this.address = address;
		this.time = time;
	}

	@Override
	public void write(String what, @Nullable Long raceId, String about) {
		String from = this.address.current();
		String kept = (about.length() > ABOUT) ? about.substring(0, ABOUT) : about;
		this.jdbc.sql("""
				insert into audit (at, organizer_id, race_id, what, about, object, address)
				values (:at, :organizer, :race, :what, :about, :object, :address)
				""")
			.param("at", this.time.instant().atOffset(ZoneOffset.UTC))
			.param("organizer", organizer(), Types.BIGINT)
			.param("race", raceId, Types.BIGINT)
			.param("what", what)
			.param("about", kept)
			.param("object", kept.split(" ", 2)[0])
			.param("address", from.isEmpty() ? null : from, Types.VARCHAR)
			.update();
	}

	private static @Nullable Long organizer() {
		Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
		return (signedIn != null && signedIn.getPrincipal() instanceof OrganizerAccount account) ? account.id() : null;
	}

}
