package io.selftimed.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a second replica over the same PostgreSQL is good for: one and two of them take in
 * runners by turns, first with all that the machine has, then with half a core each. It
 * measures and judges no time; docs/endurance.md has the figures.
 */
@NeedsEngine
@Tag("endurance")
class ReplicasUnderLoadIT {

	private static final String ONE = "selftimed-1";

	private static final String OTHER = "selftimed-2";

	private static final List<String> PARTS = List.of(ONE, OTHER, "postgres");

	private static final int AT_ONCE = 8;

	private static final Duration WARM_UP = Duration.ofSeconds(100);

	private static final Duration LENGTH = Duration.ofSeconds(20);

	private static final int FIRST_BIB = 1_000_000;

	@TempDir
	private Path folder;

	private final int port = Compose.freePort();

	private final int otherPort = Compose.freePort();

	private final Crowd crowd = new Crowd("harbor-5k", "Marsh", FIRST_BIB);

	private Compose compose;

	@BeforeEach
	void up() throws IOException {
		Path override = this.folder.resolve("override.yml");
		// Results stay here for an hour, so that intake is measured by itself.
		Files.writeString(override, """
				version: "3.8"
				services:
				  selftimed-1:
				    ports: ["127.0.0.1:%d:8080"]
				    environment: {SELFTIMED_DELIVERY_SETTLEDELAY: 1h}
				  selftimed-2:
				    ports: ["127.0.0.1:%d:8080"]
				    environment: {SELFTIMED_DELIVERY_SETTLEDELAY: 1h}
				""".formatted(this.port, this.otherPort));
		this.compose = new Compose(this.folder, override);
		this.compose.up();
		this.compose.exec("postgres", "psql", "--username=selftimed", "--dbname=selftimed", "--command", """
				insert into participant (id, event_id, registration_id, bib, last_name)
				select %1$d + n, 41001, 900000000 + n, %1$d + n, 'Marsh' from generate_series(0, 199999) n"""
			.formatted(FIRST_BIB));
		this.compose.exec("postgres", "psql", "--username=selftimed", "--dbname=selftimed", "--command",
				"analyze participant");
	}

	@AfterEach
	void down() {
		this.compose.close();
	}

	@Test
	void oneAndTwoTakeInRunnersByTurns() throws IOException {
		List<Integer> both = List.of(this.port, this.otherPort);
		this.crowd.come(AT_ONCE, WARM_UP, both);
		for (double cores : List.of(2.0, 0.5)) {
			share(cores);
			for (int turn = 0; turn < 3; turn++) {
				measure("two replicas", cores, both);
				measure("one replica", cores, List.of(this.port));
			}
		}
	}

	private void share(double cores) {
		this.compose.cores(ONE, cores);
		this.compose.cores(OTHER, cores);
	}

	/**
	 * All go to the first replica, or to either; the other one is up and warm all the
	 * time.
	 */
	private void measure(String what, double cores, List<Integer> ports) throws IOException {
		Map<String, Duration> before = processorTimes();
		Crowd.Visits visits = this.crowd.come(AT_ONCE, LENGTH, ports);
		Map<String, Duration> after = processorTimes();
		assertThat(visits.failures()).isEmpty();
		StringBuilder line = new StringBuilder(
				"compose, %s, %.1f cores each, %d runners at once: %.1f results a second; a visit %.0f ms at the median, %.0f at 95, %.0f at 99 of 100; the sending %.0f, %.0f, %.0f ms; processor time for each result:"
					.formatted(what, cores, AT_ONCE, visits.perSecond(), visits.wholeVisit(50), visits.wholeVisit(95),
							visits.wholeVisit(99), visits.sending(50), visits.sending(95), visits.sending(99)));
		PARTS.forEach((part) -> line.append(" %s %.2f ms".formatted(part,
				after.get(part).minus(before.get(part)).toNanos() / 1e6 / visits.count())));
		Files.writeString(Path.of("target", "endurance.txt"), line + "\n", StandardOpenOption.CREATE,
				StandardOpenOption.APPEND);
	}

	private Map<String, Duration> processorTimes() {
		Map<String, Duration> times = new LinkedHashMap<>();
		PARTS.forEach((part) -> times.put(part, this.compose.processorTime(part)));
		return times;
	}

}
