package io.selftimed.journey;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whatever RunSignup does, the runner's answer is the same and waits for nothing remote,
 * the attempt is written down, and the result arrives when the trouble ends.
 */
class RemoteTroubleIT {

	private static final List<String> LAST_NAMES = List.of("Marsh", "Okafor", "Lindqvist", "Tanaka", "Reyes");

	@TempDir
	private static Path dataDir;

	private static TroubledRemote remote;

	private static RunningJar jar;

	private static RunnerOverHttp runner;

	private static PagesOverHttp organizer;

	@BeforeAll
	static void start() {
		remote = new TroubledRemote();
		jar = RunningJar.sandbox(dataDir, "--selftimed.runsignup.base-url=" + remote.address(),
				"--selftimed.runsignup.call-deadline=3s", "--selftimed.delivery.grace-period=1s",
				"--selftimed.delivery.retry-first=100ms", "--selftimed.delivery.retry-longest=1s");
		remote.passOnTo(jar.port());
		runner = new RunnerOverHttp(jar);
		organizer = new PagesOverHttp(jar.port());
		organizer.signIn("demo@selftimed.test", jar.organizerPassword());
	}

	@AfterEach
	void mend() {
		remote.mend();
	}

	@AfterAll
	static void stop() {
		organizer.close();
		runner.close();
		jar.close();
		remote.close();
	}

	@ParameterizedTest
	@EnumSource
	void harmsNoRunnerAndPassesWithTheTrouble(TroubledRemote.Trouble trouble) throws InterruptedException {
		int bib = 101 + trouble.ordinal();
		remote.begin(trouble);
		HttpResponse<String> answer = runner.send("harbor-5k", bib, LAST_NAMES.get(trouble.ordinal()), 24, "31.5");
		assertThat(answer.statusCode()).isEqualTo(303);
		String receipt = RunnerOverHttp.receipt(answer);
		if (trouble != TroubledRemote.Trouble.NONE) {
			meets(trouble, bib, receipt);
		}
		remote.mend();
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(runner.state(receipt)).isEqualTo("received"));
		assertThat(WhatRunSignupHolds.in(dataDir).milliseconds(41001000 + bib)).isEqualTo(1471500);
	}

	/** The receipt waits while the attempt, its trouble and nothing else is recorded. */
	private static void meets(TroubledRemote.Trouble trouble, int bib, String receipt) throws InterruptedException {
		if (trouble != TroubledRemote.Trouble.DOWN) {
			assertThat(remote.awaitCall()).as("a call was made").isTrue();
		}
		assertThat(runner.state(receipt)).isEqualTo("waiting");
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(lineOf(bib)).contains(",waiting,").contains(recorded(trouble)));
	}

	private static String lineOf(int bib) {
		return organizer.get("/organizer/events/harbor-5k/submissions.csv")
			.body()
			.lines()
			.filter((line) -> line.split(",")[1].equals(String.valueOf(bib)))
			.findFirst()
			.orElseThrow();
	}

	/** The words in the column {@code last_error}. */
	private static String recorded(TroubledRemote.Trouble trouble) {
		return switch (trouble) {
			case NONE -> "";
			case ERROR_BODY -> "Database error.";
			case SILENCE, DRIP -> "no whole answer within the call's deadline";
			case DOWN -> "the connection was refused or not made in time";
		};
	}

}
