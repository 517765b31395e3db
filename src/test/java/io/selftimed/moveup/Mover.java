package io.selftimed.moveup;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

import javax.sql.DataSource;

import io.selftimed.KnownKeys;
import io.selftimed.TestDatabase;
import org.flywaydb.core.Flyway;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever runs {@code move-up}, to a PostgreSQL of their own unless they name another
 * place, and reads what it says.
 */
final class Mover {

	static final Instant MOVED = Instant.parse("2026-11-26T12:00:00Z");

	private final String url;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	Mover() {
		this(TestDatabase.POSTGRESQL.freshUrl());
	}

	Mover(String url) {
		this.url = url;
	}

	DataSource target() {
		return new DriverManagerDataSource(this.url, "postgres", "");
	}

	/** Its address without what follows a question mark. */
	String place() {
		return this.url.replaceFirst("\\?.*", "");
	}

	JdbcClient there() {
		return JdbcClient.create(target());
	}

	Flyway flyway() {
		return Flyway.configure().dataSource(target()).load();
	}

	long count(String table) {
		return there().sql("select count(*) from " + table).query(Long.class).single();
	}

	/** Runs it as a production, under the right keys. */
	int move(Path folder) {
		return move(folder, MovingHouse.KEYS.known(), false);
	}

	int move(Path folder, KnownKeys keys, boolean demo) {
		MoveUpCommand command = new MoveUpCommand(new OldHome(folder, "selftimed", ""),
				new NewHome(this.url, target(), flyway()), keys, () -> MOVED, demo, printing(this.out),
				printing(this.errors));
		command.run(new DefaultApplicationArguments());
		return command.getExitCode();
	}

	private static PrintStream printing(ByteArrayOutputStream to) {
		return new PrintStream(to, true, StandardCharsets.UTF_8);
	}

	String said() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	String refused() {
		return this.errors.toString(StandardCharsets.UTF_8);
	}

	/** Moves nothing, and says why in one line without a stack trace. */
	String refusal(Path folder) {
		this.errors.reset();
		assertThat(move(folder)).isEqualTo(1);
		assertThat(refused().lines()).singleElement().asString().startsWith("Nothing was moved. ").endsWith(".");
		return refused();
	}

}
