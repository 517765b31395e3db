package io.selftimed.moveup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import io.selftimed.HarborLights;
import io.selftimed.security.TestKeys;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An H2 installation in a folder, as a production leaves it when it is stopped.
 *
 * @param folder its data folder
 */
record MovingHouse(Path folder) {

	private static final String NUMBERS = "select \"X\" as n from system_range(1, %d)";

	private static final String AT = "dateadd('second', n * 5, timestamp with time zone '2026-06-01 00:00:00+00')";

	/** The keys under which its secrets are sealed. */
	static final TestKeys KEYS = new TestKeys(7);

	DataSource database() {
		JdbcDataSource file = new JdbcDataSource();
		file.setURL("jdbc:h2:file:" + this.folder.resolve("selftimed")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;"
				+ "OPTIMIZE_REUSE_RESULTS=0;DB_CLOSE_ON_EXIT=FALSE");
		file.setUser("selftimed");
		file.setPassword("");
		return file;
	}

	JdbcClient jdbc() {
		return JdbcClient.create(database());
	}

	/** Builds it up to a migration, {@code latest} for all. */
	MovingHouse built(String upTo) {
		Flyway.configure().dataSource(database()).target(upTo).load().migrate();
		return this;
	}

	/** Submissions in every state, and a row or two of much else. */
	MovingHouse livedIn(int submissions) {
		new HarborLights(jdbc()).race().harbor5k().harborMiles();
		jdbc().sql("update race set demo = false").update();
		for (String statement : text(Path.of("benchmarks/million-submissions.sql")).split(";\\s*\n")) {
			jdbc()
				.sql(statement.replace("{numbers}", NUMBERS.formatted(submissions))
					.replace("{at}", AT)
					.replace("{event}", "41001"))
				.update();
		}
		String sealed = KEYS.box().seal("anywhere", "secret");
		for (String statement : text(Path.of("src/test/resources/moveup/much-else.sql")).split(";\\s*\n")) {
			jdbc().sql(statement.replace("{sealed}", sealed)).update();
		}
		return this;
	}

	/** The same in another folder. */
	MovingHouse copyIn(Path other) {
		try {
			Files.copy(this.folder.resolve("selftimed.mv.db"), other.resolve("selftimed.mv.db"));
			return new MovingHouse(other);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
