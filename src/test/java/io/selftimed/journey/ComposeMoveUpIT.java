package io.selftimed.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An installation on H2 moves into the containers by the lines of
 * {@code docs/operations.md}, as a rehearsal with the demo's rows.
 */
@NeedsEngine
@Tag("endurance")
class ComposeMoveUpIT {

	private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

	private static final List<String> LAST_NAMES = List.of("Marsh", "Okafor", "Lindqvist", "Tanaka", "Reyes");

	@TempDir
	private Path folder;

	private Path data;

	private Compose compose;

	private final List<String> receipts = new ArrayList<>();

	@BeforeEach
	void liveOnH2() throws IOException {
		this.data = Files.createDirectory(this.folder.resolve("data"));
		try (RunningJar old = RunningJar
			.replica(RunningJar.freePort(), this.data,
					List.of("--spring.profiles.active=production,demo,simulator", "--selftimed.secret-key=" + KEY,
							"--selftimed.delivery.settle-delay=30s"));
				RunnerOverHttp runner = new RunnerOverHttp(old)) {
			for (int index = 0; index < LAST_NAMES.size(); index++) {
				this.receipts.add(runner.finish("harbor-5k", 101 + index, LAST_NAMES.get(index), 24, "1" + index));
			}
		}
		this.compose = new Compose(this.folder);
	}

	@AfterEach
	void down() throws IOException {
		own(Files.getAttribute(this.folder, "unix:uid").toString());
		this.compose.close();
	}

	/** Lets a user of the machine own the data folder, which the test's may not say. */
	private void own(String user) {
		this.compose.runOnce("--no-deps", "--volume", this.data + ":/old", "--entrypoint", "chown", "secrets", "-R",
				user, "/old");
	}

	private String moveUp() {
		return this.compose.runOnce("--volume", this.data + ":/old", "selftimed-1", "move-up",
				"--selftimed.move-up.from=/old");
	}

	@Test
	void anInstallationOnH2GoesOnInTheContainers() throws IOException {
		this.compose.build();
		this.compose.runOnceReading(Files.writeString(this.folder.resolve("key"), KEY), "--no-deps", "-T", "secrets",
				"selftimed.secret-key");
		own("10001");
		long begun = System.nanoTime();
		assertThat(moveUp()).contains("counts and checksums are the same", "encrypted values open with this");
		Duration moved = Duration.ofNanos(System.nanoTime() - begun);
		assertThat(this.data.resolve("selftimed.moved")).content()
			.startsWith("jdbc:postgresql://postgres:5432/selftimed");
		this.compose.up();
		Duration up = Duration.ofNanos(System.nanoTime() - begun);
		allIsThere();
		Files.writeString(Path.of("target", "endurance.txt"),
				"compose, moved up from H2 with its PostgreSQL started anew in %.1f s, up behind the proxy after %.1f s%n"
					.formatted(moved.toMillis() / 1e3, up.toMillis() / 1e3),
				StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	private void allIsThere() {
		try (RunnerOverHttp runner = new RunnerOverHttp(this.compose.port());
				PagesOverHttp organizer = new PagesOverHttp(this.compose.port())) {
			organizer.signIn("demo@selftimed.test", ComposeIT.organizerPassword(this.compose));
			assertThat(organizer.get("/organizer/events/harbor-5k/submissions").body()).contains("24:10", "24:14");
			await().atMost(Duration.ofMinutes(2))
				.pollInterval(Duration.ofSeconds(1))
				.untilAsserted(() -> assertThat(this.receipts).extracting(runner::state).containsOnly("received"));
		}
	}

}
