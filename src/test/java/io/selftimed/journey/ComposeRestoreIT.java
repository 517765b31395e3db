package io.selftimed.journey;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A machine is lost with all its volumes, and another one goes on from a copy of
 * PostgreSQL and the kept key, by the lines of {@code docs/containers.md}.
 */
@NeedsEngine
@Tag("endurance")
class ComposeRestoreIT {

	private static final List<String> LAST_NAMES = List.of("Marsh", "Okafor", "Lindqvist", "Tanaka", "Reyes");

	@TempDir
	private Path folder;

	private Compose compose;

	private final List<String> receipts = new ArrayList<>();

	@BeforeEach
	void up() throws IOException {
		List<Path> overrides = new ArrayList<>(List.of(PostgresPrograms.overrides(this.folder)));
		// What was sent still waits when the machine is lost.
		overrides.add(Files.writeString(this.folder.resolve("slow.yml"), """
				version: "3.8"
				services:
				  selftimed-1:
				    environment: {SELFTIMED_DELIVERY_SETTLEDELAY: 1m}
				  selftimed-2:
				    environment: {SELFTIMED_DELIVERY_SETTLEDELAY: 1m}
				"""));
		this.compose = new Compose(this.folder, overrides.toArray(Path[]::new));
		this.compose.up();
	}

	@AfterEach
	void down() {
		this.compose.close();
	}

	@Test
	void anotherMachineGoesOnFromACopyAndTheKey() throws IOException {
		try (RunnerOverHttp runner = new RunnerOverHttp(this.compose.port())) {
			for (int index = 0; index < LAST_NAMES.size(); index++) {
				this.receipts.add(runner.finish("harbor-5k", 101 + index, LAST_NAMES.get(index), 24, "1" + index));
			}
		}
		this.compose.stop("selftimed-1");
		this.compose.stop("selftimed-2");
		try (PagesOverHttp runner = new PagesOverHttp(this.compose.port())) {
			HttpResponse<String> answer = runner.get("/events/harbor-5k");
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(answer.body()).contains("Try again in a minute", "It counts once");
		}
		Path dump = this.folder.resolve("selftimed.dump");
		Path key = this.folder.resolve("secret-key");
		this.compose.execInto(dump, "postgres", "pg_dump", "--format=custom", "selftimed");
		this.compose.runOnceInto(key, "--no-deps", "-T", "--entrypoint", "cat", "secrets",
				"/secrets/selftimed.secret-key");
		String rows = rows();
		this.compose.down();
		long begun = System.nanoTime();
		this.compose.runOnceReading(key, "--no-deps", "-T", "secrets", "selftimed.secret-key");
		this.compose.up("postgres");
		this.compose.awaitWell("postgres");
		this.compose.execReading(dump, "postgres", "pg_restore", "--dbname=selftimed", "--exit-on-error",
				"--single-transaction");
		assertThat(rows()).isEqualTo(rows).contains("submission 5 ");
		hold("true");
		this.compose.up();
		Duration took = Duration.ofNanos(System.nanoTime() - begun);
		try (RunnerOverHttp runner = new RunnerOverHttp(this.compose.port())) {
			await().pollDelay(Duration.ofSeconds(70))
				.atMost(Duration.ofMinutes(2))
				.untilAsserted(() -> assertThat(this.receipts).as("held back")
					.extracting(runner::state)
					.containsOnly("waiting"));
			hold("false");
			for (String replica : List.of("selftimed-1", "selftimed-2")) {
				this.compose.stop(replica);
				this.compose.start(replica);
			}
			this.compose.awaitWell("selftimed-2");
			await().atMost(Duration.ofMinutes(3))
				.pollInterval(Duration.ofSeconds(1))
				.untilAsserted(() -> assertThat(this.receipts).extracting(runner::state).containsOnly("received"));
		}
		Files.writeString(Path.of("target", "endurance.txt"),
				"compose, all volumes lost: restored from a copy of %,d bytes and up behind the proxy after %.1f s%n"
					.formatted(Files.size(dump), took.toMillis() / 1e3),
				StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	private void hold(String whether) throws IOException {
		this.compose.runOnceReading(Files.writeString(this.folder.resolve("hold"), whether), "--no-deps", "-T",
				"secrets", "selftimed.runsignup.hold");
	}

	/** Each table with how many rows it has and a sum over what stands in them. */
	private String rows() {
		String union = psql("select tablename from pg_tables where schemaname = 'public' order by 1").lines()
			.map((table) -> "select '%1$s ' || count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from \"%1$s\" t"
				.formatted(table))
			.collect(Collectors.joining(" union all "));
		return psql(union + " order by 1");
	}

	private String psql(String statement) {
		return this.compose.exec("postgres", "psql", "--dbname=selftimed", "--no-align", "--tuples-only",
				"--command=" + statement);
	}

}
