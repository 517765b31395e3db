package io.selftimed.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.selftimed.TestDatabase;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What was acknowledged survives {@code kill -9} and is delivered after the next start.
 */
@Order(Integer.MAX_VALUE - 1)
class KillIT {

	private static final List<String> LAST_NAMES = List.of("Marsh", "Okafor", "Lindqvist", "Tanaka", "Reyes");

	private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 60;

	@TempDir
	private Path dataDir;

	private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();

	private final CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);

	@ParameterizedTest
	@EnumSource
	void killedAtOnceItKeepsEveryAcknowledgedSubmissionAndDeliversTheNewest(TestDatabase database)
			throws InterruptedException {
		String[] arguments = arguments(database);
		RunningJar jar = RunningJar.sandbox(this.dataDir, arguments);
		List<Thread> runners = LAST_NAMES.stream().map((name) -> submitting(jar, name)).toList();
		assertThat(this.enough.await(60, TimeUnit.SECONDS)).as("runners were answered:\n" + jar.log()).isTrue();
		jar.kill();
		for (Thread runner : runners) {
			runner.join();
		}
		try (RunningJar again = RunningJar.sandbox(this.dataDir, arguments);
				RunnerOverHttp runner = new RunnerOverHttp(again)) {
			await().atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(this.acknowledged).allSatisfy(
						(submission) -> assertThat(runner.state(submission.receipt())).isIn("received", "superseded")));
		}
		WhatRunSignupHolds held = WhatRunSignupHolds.in(this.dataDir);
		assertThat(this.acknowledged)
			.allSatisfy((submission) -> assertThat(held.milliseconds(41001000 + submission.bib()))
				.isGreaterThanOrEqualTo(submission.milliseconds()));
	}

	/**
	 * Runners of one last name, one after the other; each sends a result and corrects it
	 * twice, every time a second slower. It ends when nobody answers any more.
	 */
	private Thread submitting(RunningJar jar, String lastName) {
		return Thread.ofVirtual().start(() -> {
			try (RunnerOverHttp runner = new RunnerOverHttp(jar)) {
				for (int bib = 101 + LAST_NAMES.indexOf(lastName); bib <= 500; bib += 40) {
					for (int second = 10; second < 13; second++) {
						String receipt = runner.finish("harbor-5k", bib, lastName, 25, String.valueOf(second));
						this.acknowledged.add(new Acknowledged(bib, receipt, 1000 * (25 * 60 + second)));
						this.enough.countDown();
					}
				}
			}
			catch (AssertionError ex) {
				// Killed under the runner: this submission was not acknowledged.
			}
		});
	}

	private static String[] arguments(TestDatabase database) {
		List<String> arguments = new ArrayList<>(List.of("--selftimed.runsignup.call-deadline=2s",
				"--selftimed.delivery.grace-period=1s", "--selftimed.delivery.retry-first=100ms"));
		if (database == TestDatabase.POSTGRESQL) {
			arguments.add("--spring.datasource.url=" + database.freshUrl());
			arguments.add("--spring.datasource.username=postgres");
		}
		return arguments.toArray(String[]::new);
	}

	private record Acknowledged(int bib, String receipt, long milliseconds) {
	}

}
