package io.selftimed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A real database with our migrations, started once for all tests. A test class takes it
 * through {@link BothDatabases}; {@link #clean()} empties every table.
 */
public enum TestDatabase {

	/** H2, with the settings of the product, in memory. */
	H2 {
		@Override
		String start() {
			return url("h2");
		}

		@Override
		public String freshUrl() {
			return url("h2-" + UUID.randomUUID());
		}

		private static String url(String name) {
			return "jdbc:h2:mem:" + name + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;"
					+ "OPTIMIZE_REUSE_RESULTS=0;DB_CLOSE_DELAY=-1";
		}
	},

	/**
	 * PostgreSQL, in a container where an engine is there, else from its own binaries.
	 */
	POSTGRESQL {
		private final PostgresServer server = PostgresServer.started();

		@Override
		String start() {
			return this.server.url("postgres");
		}

		@Override
		public String freshUrl() {
			String name = "fresh_" + UUID.randomUUID().toString().replace("-", "");
			jdbc().sql("create database " + name).update();
			return this.server.url(name);
		}
	};

	private @Nullable HikariDataSource dataSource;

	abstract String start();

	/** The address of an empty database without our tables, for a whole application. */
	public abstract String freshUrl();

	/** A pool of connections to the migrated database. */
	public synchronized DataSource dataSource() {
		if (this.dataSource == null) {
			HikariConfig config = new HikariConfig();
			config.setJdbcUrl(start());
			config.setUsername((this == H2) ? "selftimed" : "postgres");
			config.setPassword("");
			this.dataSource = new HikariDataSource(config);
			Flyway.configure().dataSource(this.dataSource).load().migrate();
			leaveSmallIdsToTests(JdbcClient.create(this.dataSource));
		}
		return this.dataSource;
	}

	/** What tests number themselves does not meet what the product numbers. */
	private static void leaveSmallIdsToTests(JdbcClient jdbc) {
		for (String table : List.of("participant", "submission", "organizer")) {
			jdbc.sql("alter table " + table + " alter column id restart with 1000000").update();
		}
	}

	public JdbcClient jdbc() {
		return JdbcClient.create(dataSource());
	}

	public TransactionTemplate transactions() {
		return new TransactionTemplate(new JdbcTransactionManager(dataSource()));
	}

	/** Empties every table and puts back the rows that migrations leave. */
	public void clean() {
		JdbcClient jdbc = jdbc();
		for (String table : List.of("audit", "runner_news", "unwanted_mail", "link_request", "identity_link",
				"roster_fetch", "roster_import", "spring_session", "sign_in_try", "sign_in_slowed", "password_wish",
				"password_link", "invitation", "comparison", "untold_refusal", "notice", "mail", "waiting_read",
				"connection_wish", "race_opening", "credential", "call_gate", "event_count_delta",
				"event_histogram_delta", "superseded_submission", "organizer_role", "organizer", "delivery_attempt",
				"delivery", "submission_log", "submission", "wrong_try", "participant", "event", "race")) {
			jdbc.sql("delete from " + table).update();
		}
		jdbc.sql("update call_lane set holder = null, held_until = null, fence = 0, turns = 0").update();
		jdbc.sql("update chore set done_at = null").update();
	}

}
