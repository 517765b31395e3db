package io.selftimed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Closes an H2 file after migrations, so that it is opened anew before anything else uses
 * it. In H2 2.4.240 the condition {@code check (… in (…))} of a table works only as long
 * as the connection that made the table is open; the pool gives each back after half an
 * hour, and from then on nothing could be inserted until the next start.
 */
@Component
class ReopenedDatabase implements FlywayMigrationStrategy {

	@Override
	public void migrate(Flyway flyway) {
		int migrations = flyway.migrate().migrationsExecuted;
		DataSource dataSource = flyway.getConfiguration().getDataSource();
		if (migrations > 0 && dataSource instanceof HikariDataSource pool) {
			try (Connection connection = pool.getConnection()) {
				if (connection.getMetaData().getURL().matches("jdbc:h2:(?!mem:|tcp:|ssl:).*")) {
					close(connection, pool);
				}
			}
			catch (SQLException ex) {
				throw new IllegalStateException("The database could not be opened anew after its migrations", ex);
			}
		}
	}

	private static void close(Connection connection, HikariDataSource pool) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("shutdown");
		}
		pool.evictConnection(connection);
		pool.getHikariPoolMXBean().softEvictConnections();
	}

}
