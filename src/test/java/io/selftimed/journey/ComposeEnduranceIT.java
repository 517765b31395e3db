package io.selftimed.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.selftimed.sandbox.api.HarborRunners;
import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The containers under load: killed again and again with their database restarted once,
 * and renewed one after the other as an operator does it.
 */
@NeedsEngine
@Tag("endurance")
class ComposeEnduranceIT {

	private static final int AT_ONCE = 5;

	private static final int CORRECTIONS = 20;

	private static final List<String> REPLICAS = List.of("selftimed-1", "selftimed-2");

	@TempDir
	private Path folder;

	private Compose compose;

	private final Map<Long, Long> acknowledged = new ConcurrentHashMap<>();

	private final AtomicInteger answers = new AtomicInteger();

	private final AtomicInteger failures = new AtomicInteger();

	private volatile boolean pouring = true;

	@BeforeEach
	void up() {
		this.compose = new Compose(this.folder);
		this.compose.up();
	}

	@AfterEach
	void down() {
		this.compose.close();
	}

	@Test
	void whatWasAcknowledgedStandsAtRunSignupThoughReplicasAndDatabaseWereKilled() throws Exception {
		Duration length = Duration.ofMinutes(2);
		try (Knobs knobs = new Knobs(this.compose.simulator())) {
			List<Thread> runners = pour();
			Random dice = new Random(7);
			int kills = 0;
			long begin = System.nanoTime();
			boolean restarted = false;
			while (System.nanoTime() - begin < length.toNanos()) {
				String replica = REPLICAS.get(kills % 2);
				this.compose.kill(replica);
				kills++;
				this.compose.start(replica);
				if (!restarted && System.nanoTime() - begin > length.toNanos() / 2) {
					this.compose.kill("postgres");
					this.compose.start("postgres");
					restarted = true;
				}
				for (int second = 0; second < 4; second++) {
					knobs.anyTrouble(dice);
					Thread.sleep(Duration.ofSeconds(1));
				}
				this.compose.awaitWell(replica);
			}
			int whileKilled = this.answers.get();
			end(runners);
			knobs.noMoreTrouble();
			await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofSeconds(3)).until(() -> missing() == 0);
			int most = knobs.mostCallsAtOnce();
			tell("compose, %d s with any trouble at RunSignup: %d submissions acknowledged, of %d runners; %d kills of replicas, PostgreSQL killed once; runners whose newest acknowledged does not stand at RunSignup %d; most calls at once %d%n"
				.formatted(length.toSeconds(), this.answers.get(), this.acknowledged.size(), kills, missing(), most));
			assertThat(most).isLessThanOrEqualTo(2);
			assertThat(whileKilled).as("somebody was there to the last kill")
				.isLessThan((int) (HarborRunners.LAST_BIB - HarborRunners.FIRST_BIB + 1) * CORRECTIONS);
			assertThat(this.acknowledged).hasSizeGreaterThan(200);
			assertThat(restarted).isTrue();
		}
	}

	@Test
	void nobodyNoticesThatReplicasAreRenewedOneAfterTheOther() throws Exception {
		try (PagesOverHttp organizer = new PagesOverHttp(this.compose.port())) {
			organizer.signIn("demo@selftimed.test", ComposeIT.organizerPassword(this.compose));
			List<Thread> runners = pour();
			for (String replica : REPLICAS) {
				this.compose.renew(replica);
				this.compose.awaitWell(replica);
				assertThat(organizer.get("/organizer/events/harbor-5k").statusCode()).as("nobody is signed out")
					.isEqualTo(200);
			}
			end(runners);
			tell("compose, replicas renewed one after the other: %d submissions acknowledged, %d requests failed%n"
				.formatted(this.answers.get(), this.failures.get()));
			assertThat(this.failures).hasValue(0);
			assertThat(this.answers.get()).isPositive();
		}
	}

	private List<Thread> pour() {
		return IntStream.range(0, AT_ONCE)
			.mapToObj((number) -> Thread.ofVirtual().start(() -> pour(HarborRunners.FIRST_BIB + number)))
			.toList();
	}

	/**
	 * Twenty at most of each runner, as a day allows; each slower than the one before.
	 */
	private void pour(long firstBib) {
		for (int correction = 0; correction < CORRECTIONS; correction++) {
			for (long bib = firstBib; bib <= HarborRunners.LAST_BIB && this.pouring; bib += AT_ONCE) {
				send((int) bib, HarborRunners.lastName(bib), correction);
			}
		}
	}

	private void send(int bib, String name, int correction) {
		try (RunnerOverHttp runner = new RunnerOverHttp(this.compose.port())) {
			runner.finish("harbor-5k", bib, name, 25, String.valueOf(10 + correction));
			this.acknowledged.merge(41001L * 1000 + bib, 1000L * (25 * 60 + 10 + correction), Math::max);
			this.answers.incrementAndGet();
		}
		catch (AssertionError ex) {
			this.failures.incrementAndGet();
		}
		pause();
	}

	private void end(List<Thread> runners) throws InterruptedException {
		this.pouring = false;
		for (Thread runner : runners) {
			runner.join();
		}
	}

	/** A result that came without its sender being told may stand there instead. */
	private long missing() {
		WhatRunSignupHolds held = WhatRunSignupHolds
			.in(this.compose.exec("simulator", "cat", "/tmp/simulator/sandbox-runsignup.jsonl").lines().toList());
		return this.acknowledged.entrySet().stream().filter((entry) -> {
			Long stands = held.milliseconds(entry.getKey());
			return stands == null || stands < entry.getValue();
		}).count();
	}

	private static void tell(String figures) throws IOException {
		Files.writeString(Path.of("target", "endurance.txt"), figures, StandardOpenOption.CREATE,
				StandardOpenOption.APPEND);
	}

	private static void pause() {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
