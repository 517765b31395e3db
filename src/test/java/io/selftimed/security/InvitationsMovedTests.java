package io.selftimed.security;

import com.zaxxer.hikari.HikariDataSource;
import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An invitation that is open while Selftimed is brought up to date stays open.
 */
@BothDatabases
class InvitationsMovedTests {

	private final HikariDataSource empty = new HikariDataSource();

	InvitationsMovedTests(TestDatabase database) {
		this.empty.setJdbcUrl(database.freshUrl());
		this.empty.setUsername((database == TestDatabase.H2) ? "selftimed" : "postgres");
		this.empty.setPassword("");
	}

	@AfterEach
	void close() {
		this.empty.close();
	}

	@Test
	void anOpenInvitationOutlivesTheNewTable() {
		Flyway.configure().dataSource(this.empty).target("80").load().migrate();
		JdbcClient jdbc = JdbcClient.create(this.empty);
		jdbc.sql("insert into race (race_id, name, time_zone, contact) values (4100, 'Harbor', 'UTC', 'x')").update();
		jdbc.sql("""
				insert into invitation (token_hash, race_id, email, role, until)
				values ('hash', 4100, 'bea@example.org', 'viewer', timestamp '2099-01-01 00:00:00')
				""").update();
		Flyway.configure().dataSource(this.empty).load().migrate();
		jdbc.sql("""
				insert into invitation (token_hash, email, role, until)
				values ('other', 'zoe@example.org', 'administrator', timestamp '2099-01-01 00:00:00')
				""").update();
		assertThat(jdbc.sql("select token_hash from invitation order by id").query(String.class).list())
			.containsExactly("hash", "other");
	}

}
