package io.selftimed.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.selftimed.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A trial of production with the demo's rows is killed on H2, moved up and started over
 * PostgreSQL: receipts open, and what was due is delivered.
 */
class MoveUpIT {

	private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

	@TempDir
	private Path dataDir;

	@Test
	void anInstallationGoesOnOverPostgres() {
		String deliveredBefore;
		String dueAtTheKill;
		RunningJar old = start(List.of());
		try (RunnerOverHttp runner = new RunnerOverHttp(old)) {
			deliveredBefore = runner.finish("harbor-5k", 101, "Marsh", 24, "10");
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(runner.state(deliveredBefore)).isEqualTo("received"));
			dueAtTheKill = runner.finish("harbor-5k", 102, "Okafor", 25, "10.5");
			assertThat(runner.state(dueAtTheKill)).isEqualTo("waiting");
		}
		old.kill();
		List<String> postgres = List.of("--spring.datasource.url=" + TestDatabase.POSTGRESQL.freshUrl(),
				"--spring.datasource.username=postgres");
		RunningJar move = moveUp(postgres);
		assertThat(move.exitCode()).as(move.log()).isZero();
		assertThat(move.log()).containsPattern("participant +1,600 rows ").contains("is marked as moved");
		RunningJar startedAgain = RunningJar.thatStops(this.dataDir, Map.of(),
				"--spring.profiles.active=production,demo", "--selftimed.public-url=https://run.example",
				"--selftimed.secret-key=" + KEY);
		assertThat(startedAgain.exitCode()).isEqualTo(1);
		assertThat(startedAgain.log()).contains(
				"Selftimed did not start. The installation in selftimed.data-dir moved to",
				"delete " + this.dataDir.toAbsolutePath().resolve("selftimed.moved"));
		try (RunningJar again = start(postgres); RunnerOverHttp runner = new RunnerOverHttp(again)) {
			assertThat(runner.state(deliveredBefore)).isEqualTo("received");
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(runner.state(dueAtTheKill)).isEqualTo("received"));
		}
		assertThat(WhatRunSignupHolds.in(this.dataDir).milliseconds(41001102)).isEqualTo(1_510_500);
	}

	private RunningJar start(List<String> more) {
		List<String> arguments = new ArrayList<>(List.of("--spring.profiles.active=simulator",
				"--selftimed.secret-key=" + KEY, "--selftimed.delivery.settle-delay=2s"));
		arguments.addAll(more);
		return RunningJar.replica(RunningJar.freePort(), this.dataDir, arguments);
	}

	private RunningJar moveUp(List<String> postgres) {
		List<String> arguments = new ArrayList<>(List.of("move-up", "--spring.profiles.active=production,demo",
				"--selftimed.public-url=https://run.example", "--selftimed.secret-key=" + KEY));
		arguments.addAll(postgres);
		return RunningJar.thatStops(this.dataDir, Map.of(), arguments.toArray(String[]::new));
	}

}
