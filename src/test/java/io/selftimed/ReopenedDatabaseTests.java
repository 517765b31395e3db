package io.selftimed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An H2 file with the settings of the product, in a pool as the product has one.
 */
class ReopenedDatabaseTests {

	@TempDir
	private Path folder;

	@Test
	void resultsAreTakenAfterTheConnectionsOfTheMigrationsAreGone() throws SQLException {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl("jdbc:h2:file:" + this.folder.resolve("selftimed")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;"
				+ "OPTIMIZE_REUSE_RESULTS=0;DB_CLOSE_ON_EXIT=FALSE");
		config.setUsername("selftimed");
		config.setPassword("");
		config.setMaximumPoolSize(3);
		try (HikariDataSource pool = new HikariDataSource(config)) {
			new ReopenedDatabase().migrate(Flyway.configure().dataSource(pool).load());
			try (Connection somebodyElse = DriverManager.getConnection(config.getJdbcUrl(), "selftimed", "")) {
				pool.getHikariPoolMXBean().softEvictConnections();
				HarborLights harborLights = new HarborLights(JdbcClient.create(pool)).race().harbor5k();
				harborLights.participant(1, 101, "Marsh");
				assertThat(harborLights.submission(1, 41001, 1, 1_471_500)).isPositive();
				assertThat(somebodyElse.isValid(1)).isTrue();
			}
		}
	}

}
