package io.selftimed.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Three thousand results wait while RunSignup takes half a second for a call: how long
 * until all are there. It measures and judges no time; docs/endurance.md has the figures.
 */
@Tag("endurance")
class ThroughputIT {

	private static final int RESULTS = 3000;

	private static final Duration PACE = Duration.ofMillis(500);

	private static final int BATCH = 25;

	@TempDir
	private Path folder;

	@Test
	void onH2() throws IOException {
		String url = "jdbc:h2:file:" + this.folder.resolve("data/selftimed")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
		measure("H2", List.of(), JdbcClient.create(new DriverManagerDataSource(url, "selftimed", "")),
				"select \"X\" as n from system_range(1, " + RESULTS + ")");
	}

	@Test
	void onPostgres() throws IOException {
		try (EmbeddedPostgres server = EmbeddedPostgres.builder()
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.start()) {
			measure("PostgreSQL",
					List.of("--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
							"--spring.datasource.username=postgres"),
					JdbcClient.create(server.getPostgresDatabase()),
					"select n from generate_series(1, " + RESULTS + ") as n");
		}
	}

	private void measure(String name, List<String> database, JdbcClient jdbc, String numbers) throws IOException {
		try (SlowRemote remote = new SlowRemote(PACE)) {
			List<String> arguments = new ArrayList<>(database);
			arguments.addAll(List.of("--selftimed.runsignup.base-url=" + remote.address(),
					"--selftimed.secret-key=c2VsZnRpbWVkLXRlc3RzLW9ubHktMzItYnl0ZXMtLSE="));
			start(arguments).close();
			fill(jdbc, numbers);
			try (RunningJar jar = start(arguments)) {
				await().atMost(Duration.ofMinutes(3))
					.untilAsserted(() -> assertThat(remote.results()).as(jar.log()).isEqualTo(RESULTS));
			}
			double floor = Math.ceilDiv(RESULTS, BATCH) / 2.0 * PACE.toMillis() / 1000;
			double took = remote.took().toMillis() / 1000.0;
			Files.writeString(Path.of("target", "endurance.txt"),
					"%s: %d results in %d calls of 0.5 s each took %.1f s, %.2f of the floor of %.1f s%n"
						.formatted(name, RESULTS, remote.calls(), took, took / floor, floor),
					StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			assertThat(jdbc.sql("select count(*) from delivery where event_id = 41001 and state = 'received'")
				.query(Integer.class)
				.single()).isEqualTo(RESULTS);
		}
	}

	private RunningJar start(List<String> arguments) {
		return RunningJar.replica(RunningJar.freePort(), this.folder.resolve("data"), arguments);
	}

	private static void fill(JdbcClient jdbc, String numbers) {
		for (String statement : List.of("""
				insert into participant (id, event_id, registration_id, bib, last_name)
				select 1000000 + n, 41001, 900000000 + n, 10000 + n, 'Marsh' from (%s) numbers""",
				"""
						insert into submission (id, event_id, participant_id, number, submitted_at, outcome, clock_time_ms,
							identity_shown, review, receipt_hash)
						select 1000000 + n, 41001, 1000000 + n, 1, current_timestamp, 'FINISHED', 1500000, 'last-name', 'accepted',
							cast(n as varchar(20)) from (%s) numbers""",
				"""
						insert into delivery (participant_id, event_id, wanted_version, wanted_submission_id, state, batch_limit,
							settled_at, due_at)
						select 1000000 + n, 41001, 1, 1000000 + n, 'waiting', 25, current_timestamp, current_timestamp
						from (%s) numbers""")) {
			jdbc.sql(statement.formatted(numbers)).update();
		}
	}

}
