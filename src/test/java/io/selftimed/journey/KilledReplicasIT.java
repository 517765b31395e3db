package io.selftimed.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Runners pour in while RunSignup has every trouble there is and the processes are killed
 * with {@code kill -9} every few seconds: no acknowledged submission is lost, the newest
 * stands at RunSignup in the end, and never were there more than two calls at once.
 */
@Order(Integer.MAX_VALUE)
class KilledReplicasIT {

	private static final List<String> LAST_NAMES = List.of("Marsh", "Okafor", "Lindqvist", "Tanaka", "Reyes");

	private static final List<String> EVENTS = List.of("harbor-5k", "harbor-half");

	/**
	 * Longer than the lease of a killed process, which holds its lanes and results: the
	 * call's deadline, the grace period and ten seconds.
	 */
	private static final Duration QUIET = Duration.ofSeconds(2 + 1 + 10 + 2);

	@TempDir
	private Path folder;

	private final Map<Long, Long> acknowledged = new ConcurrentHashMap<>();

	private final AtomicInteger answers = new AtomicInteger();

	private final AtomicInteger kills = new AtomicInteger();

	private volatile boolean pouring = true;

	@Test
	void twoReplicasOnPostgresKeepTheirWordForTwentySeconds() throws Exception {
		onPostgres(Duration.ofSeconds(20));
	}

	@Test
	@Tag("endurance")
	void twoReplicasOnPostgresKeepTheirWordForThreeMinutes() throws Exception {
		onPostgres(Duration.ofMinutes(3));
	}

	@Test
	@Tag("endurance")
	void oneProcessOnH2KeepsItsWordForThreeMinutes() throws Exception {
		String file = "jdbc:h2:file:" + this.folder.resolve("one/selftimed")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
		lastsFor(Duration.ofMinutes(3), "H2, one process", List.of(), 1,
				JdbcClient.create(new DriverManagerDataSource(file, "selftimed", "")));
	}

	/** A real server: what it has committed is on the disk. */
	private void onPostgres(Duration length) throws Exception {
		try (EmbeddedPostgres server = EmbeddedPostgres.builder()
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.start()) {
			List<String> arguments = List.of("--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
					"--spring.datasource.username=postgres");
			lastsFor(length, "PostgreSQL, two replicas", arguments, 2, JdbcClient.create(server.getPostgresDatabase()));
		}
	}

	private void lastsFor(Duration length, String name, List<String> database, int count, JdbcClient jdbc)
			throws Exception {
		Path remote = this.folder.resolve("remote");
		try (RunningJar simulator = RunningJar.simulator(remote); Knobs knobs = new Knobs(simulator)) {
			Replicas replicas = new Replicas(count, this.folder.resolve("one"), arguments(simulator, database));
			List<Thread> runners = IntStream.range(0, LAST_NAMES.size())
				.mapToObj((index) -> Thread.ofVirtual().start(() -> pour(replicas, index)))
				.toList();
			Thread trouble = Thread.ofVirtual().start(() -> makeTrouble(knobs));
			killAgainAndAgain(replicas, length);
			this.pouring = false;
			trouble.join();
			for (Thread runner : runners) {
				runner.join();
			}
			knobs.noMoreTrouble();
			comesToRest(remote, database.isEmpty() ? () -> false : () -> waits(jdbc));
			int most = knobs.mostCallsAtOnce();
			replicas.stop();
			judge(name, length, newest(jdbc), WhatRunSignupHolds.in(remote), most);
			assertThat(deadlocks(jdbc)).as("runners and workers that locked each other out").isZero();
		}
	}

	private static List<String> arguments(RunningJar simulator, List<String> database) {
		List<String> arguments = new ArrayList<>(database);
		arguments.addAll(List.of("--selftimed.runsignup.base-url=" + simulator.address().resolve("/sandbox/runsignup"),
				"--selftimed.secret-key=c2VsZnRpbWVkLXRlc3RzLW9ubHktMzItYnl0ZXMtLSE=",
				"--selftimed.runsignup.call-deadline=2s", "--selftimed.delivery.grace-period=1s",
				"--selftimed.delivery.retry-first=100ms", "--selftimed.delivery.retry-longest=2s",
				"--selftimed.delivery.remote-patience=5s", "--selftimed.submission.daily-limit=10000"));
		return arguments;
	}

	/** A runner's result gets slower with each correction. */
	private void pour(Replicas replicas, int nameIndex) {
		for (int correction = 0; this.pouring; correction++) {
			for (int turn = 0; turn < 10; turn++) {
				for (int event = 0; event < EVENTS.size() && this.pouring; event++) {
					int bib = 101 + nameIndex + 40 * turn;
					send(replicas, EVENTS.get(event), (41001L + event) * 1000 + bib, bib, LAST_NAMES.get(nameIndex),
							correction);
				}
			}
		}
	}

	private void send(Replicas replicas, String event, long registration, int bib, String name, int correction) {
		try (RunnerOverHttp runner = new RunnerOverHttp(replicas.portOfOne())) {
			int minutes = 25 + correction / 50;
			int seconds = 10 + correction % 50;
			runner.finish(event, bib, name, minutes, String.valueOf(seconds));
			this.acknowledged.merge(registration, 1000L * (minutes * 60 + seconds), Math::max);
			this.answers.incrementAndGet();
		}
		catch (AssertionError ex) {
			// Nobody answered: nothing was acknowledged.
			pause(100);
		}
	}

	private void makeTrouble(Knobs knobs) {
		Random dice = new Random(7);
		while (this.pouring) {
			knobs.anyTrouble(dice);
			pause(300 + dice.nextInt(900));
		}
	}

	private void killAgainAndAgain(Replicas replicas, Duration length) {
		long end = System.nanoTime() + length.toNanos();
		Random dice = new Random(11);
		for (int turn = 0; System.nanoTime() < end; turn++) {
			pause(1500 + dice.nextInt(2500));
			replicas.killAndStartAgain(turn);
			this.kills.incrementAndGet();
		}
	}

	/**
	 * No call reaches RunSignup any more, longer than a lost one could come back, and
	 * nothing waits for one; a file of H2 is its process's own, so that nobody else can
	 * ask.
	 */
	private static void comesToRest(Path remote, BooleanSupplier waits) {
		Path file = remote.resolve("sandbox-runsignup.jsonl");
		await().atMost(Duration.ofMinutes(4))
			.during(QUIET)
			.pollInterval(Duration.ofMillis(500))
			.until(new SizeOf(file)::isAsBefore);
		await().atMost(Duration.ofMinutes(1)).until(() -> !waits.getAsBoolean());
	}

	private static boolean waits(JdbcClient jdbc) {
		return jdbc.sql("select exists (select 1 from delivery where state = 'waiting')").query(Boolean.class).single();
	}

	/** How long a file was when last looked at. */
	private static final class SizeOf {

		private final Path file;

		private long before;

		SizeOf(Path file) {
			this.file = file;
		}

		boolean isAsBefore() throws IOException {
			long now = Files.size(this.file);
			boolean same = now == this.before;
			this.before = now;
			return same;
		}

	}

	/** As PostgreSQL counts them; H2 does not tell. */
	private static long deadlocks(JdbcClient jdbc) {
		try {
			return jdbc.sql("select sum(deadlocks) from pg_stat_database").query(Long.class).single();
		}
		catch (BadSqlGrammarException ex) {
			return 0;
		}
	}

	private static Map<Long, Long> newest(JdbcClient jdbc) {
		Map<Long, Long> newest = new ConcurrentHashMap<>();
		jdbc.sql("""
				select p.registration_id, max(s.clock_time_ms) from participant p
				join submission s on s.participant_id = p.id
				where s.event_id in (41001, 41002) and s.review = 'accepted' group by p.registration_id
				""").query((row) -> {
			newest.put(row.getLong(1), row.getLong(2));
		});
		return newest;
	}

	private void judge(String name, Duration length, Map<Long, Long> newest, WhatRunSignupHolds held, int most)
			throws IOException {
		long lost = this.acknowledged.entrySet()
			.stream()
			.filter((entry) -> newest.getOrDefault(entry.getKey(), 0L) < entry.getValue())
			.count();
		long older = newest.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().equals(held.milliseconds(entry.getKey())))
			.count();
		String figures = "%s, %d s: %d submissions acknowledged, of %d runners; %d kills; lost %d; runners whose newest"
			.formatted(name, length.toSeconds(), this.answers.get(), newest.size(), this.kills.get(), lost)
				+ " does not stand at RunSignup %d; most calls at once %d%n".formatted(older, most);
		Files.writeString(Path.of("target", "endurance.txt"), figures, StandardOpenOption.CREATE,
				StandardOpenOption.APPEND);
		assertThat(lost).as(figures).isZero();
		assertThat(older).as(figures).isZero();
		assertThat(most).as(figures).isLessThanOrEqualTo(2);
		assertThat(newest).as(figures).hasSizeGreaterThan(20);
	}

	private static void pause(long milliseconds) {
		try {
			Thread.sleep(milliseconds);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
