package io.selftimed;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one clock that all replicas share: the database's. Inside a transaction it stands
 * still at the transaction's start. Tests put another {@link InstantSource} in its place.
 */
@Component
class DatabaseTime implements InstantSource {

	private final JdbcClient jdbc;

	DatabaseTime(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Instant instant() {
		return this.jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single().toInstant();
	}

}
