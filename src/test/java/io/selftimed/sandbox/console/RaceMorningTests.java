package io.selftimed.sandbox.console;

import java.nio.file.Path;
import java.time.Duration;

import io.selftimed.SelftimedApplication;
import io.selftimed.TestDatabase;
import io.selftimed.sandbox.api.HarborRunners;
import io.selftimed.sandbox.api.Patience;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A race morning in the whole sandbox, through the real form.
 */
@SpringBootTest(classes = SelftimedApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("sandbox")
class RaceMorningTests {

	private static final int RUNNERS = 12;

	private static final RaceMorning.Plan PLAN = new RaceMorning.Plan(HarborRunners.FIRST_BIB, RUNNERS,
			Duration.ofMillis(100), Duration.ofMillis(10), 3);

	@TempDir
	private static Path folder;

	@Autowired
	private Environment environment;

	@Autowired
	private Patience patience;

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry properties) {
		properties.add("selftimed.data-dir", folder::toString);
		properties.add("spring.datasource.url", TestDatabase.H2::freshUrl);
	}

	@Test
	void everyRunnerSendsAndCorrects() {
		RaceMorning morning = new RaceMorning(PLAN, new FormRunner(() -> MorningConfiguration.form(this.environment)),
				this.patience);
		assertThat(morning.progress().isAny()).isFalse();
		morning.start();
		morning.start();
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !morning.progress().isRunning());
		assertThat(morning.progress()).isEqualTo(new RaceMorning.Progress(RUNNERS, RUNNERS, RUNNERS, 0, false));
		assertThat(submissions("number = 1")).isEqualTo(RUNNERS);
		assertThat(submissions("number = 2")).isEqualTo(RUNNERS);
	}

	@Test
	void whoIsNotAcceptedIsCounted() {
		RaceMorning morning = new RaceMorning(new RaceMorning.Plan(9000, 2, Duration.ZERO, Duration.ZERO, 1),
				new FormRunner(() -> MorningConfiguration.form(this.environment)), this.patience);
		morning.start();
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !morning.progress().isRunning());
		assertThat(morning.progress()).isEqualTo(new RaceMorning.Progress(2, 0, 0, 2, false));
	}

	@Test
	void theFormIsOnThisServer() {
		MockEnvironment elsewhere = new MockEnvironment().withProperty("server.address", "::1")
			.withProperty("local.server.port", "4711")
			.withProperty("server.servlet.context-path", "/race");
		assertThat(MorningConfiguration.form(elsewhere)).hasToString("http://[::1]:4711/race/events/harbor-5k");
		assertThat(MorningConfiguration.form(new MockEnvironment().withProperty("server.address", "0.0.0.0")))
			.hasToString("http://127.0.0.1:8080/events/harbor-5k");
	}

	private long submissions(String condition) {
		return this.jdbc.sql("select count(*) from submission where event_id = 41001 and " + condition)
			.query(Long.class)
			.single();
	}

}
