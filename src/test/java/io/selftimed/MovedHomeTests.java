package io.selftimed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MovedHome}.
 */
class MovedHomeTests {

	private static final String NEW_HOME = "jdbc:postgresql://db.example.org/selftimed";

	@TempDir
	private Path folder;

	private String old;

	@BeforeEach
	void move() throws IOException {
		this.old = "jdbc:h2:file:" + this.folder.resolve("selftimed") + ";MODE=PostgreSQL";
		MovedMark.of(this.folder.resolve("selftimed.mv.db"), NEW_HOME, Instant.parse("2026-11-26T12:00:00.5Z")).write();
	}

	private static void start(String url, String profile, String... arguments) {
		MockEnvironment environment = new MockEnvironment().withProperty("spring.datasource.url", url);
		environment.setActiveProfiles(profile);
		new MovedHome().onApplicationEvent(new ApplicationEnvironmentPreparedEvent(new DefaultBootstrapContext(),
				new SpringApplication(), arguments, environment));
	}

	@Test
	void theOldHomeDoesNotStartAndSaysWhereItWentAndHowToGoBack() {
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> start(this.old, "production"))
			.withMessageContaining("moved to " + NEW_HOME + " at 2026-11-26T12:00:00Z, which delivers")
			.withMessageContaining("spring.datasource.url")
			.withMessageContaining("delete " + this.folder.resolve("selftimed.moved") + ".");
	}

	@Test
	void aMarkThatSaysNothingCountsToo() throws IOException {
		Files.writeString(this.folder.resolve("selftimed.moved"), "");
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> start(this.old, "production"))
			.withMessageContaining("a place that the mark does not tell");
	}

	@Test
	void theNewHomeAndAnythingElseInTheFolderStart() {
		assertThatCode(() -> {
			start(NEW_HOME, "production");
			start("jdbc:h2:file:" + this.folder.resolve("sandbox"), "demo");
			start(this.old, "simulator");
			start(this.old, "production", "move-up");
		}).doesNotThrowAnyException();
	}

	@Test
	void itStartsOnceTheMarkIsTakenAway() throws IOException {
		Files.delete(this.folder.resolve("selftimed.moved"));
		assertThatCode(() -> start(this.old, "production")).doesNotThrowAnyException();
	}

}
