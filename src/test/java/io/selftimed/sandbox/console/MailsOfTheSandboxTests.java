package io.selftimed.sandbox.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.selftimed.HarborLights;
import io.selftimed.SelftimedApplication;
import io.selftimed.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In the whole sandbox mails are written and shown, and none leaves although a mail
 * server is named.
 */
@SpringBootTest(classes = SelftimedApplication.class)
@AutoConfigureMockMvc
@ActiveProfiles("sandbox")
@DirtiesContext
class MailsOfTheSandboxTests {

	@TempDir
	private static Path folder;

	private static final AtomicInteger CALLERS = new AtomicInteger();

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester mvc;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry properties) throws IOException {
		ServerSocket mailServer = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(() -> count(mailServer));
		properties.add("selftimed.data-dir", folder::toString);
		properties.add("spring.datasource.url", TestDatabase.H2::freshUrl);
		properties.add("selftimed.mail.poll-interval", () -> "50ms");
		properties.add("spring.mail.host", () -> "127.0.0.1");
		properties.add("spring.mail.port", mailServer::getLocalPort);
	}

	private static void count(ServerSocket mailServer) {
		try {
			while (true) {
				mailServer.accept().close();
				CALLERS.incrementAndGet();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void theyAreShownAndStayHere() {
		assertThat(this.mvc.get().uri("/sandbox")).bodyText().contains("No mail yet");
		this.jdbc.sql("update event set name = '<b>5K</b>' where event_id = 41001").update();
		anHourOfPause(runnerWithAResult());
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.jdbc.sql("select count(*) from mail").query(Long.class).single() == 1);
		assertThat(this.jdbc.sql("select state, tries from mail").query().singleRow())
			.isEqualTo(Map.of("state", "unsent", "tries", 0));
		assertThat(this.mvc.get().uri("/sandbox")).bodyText()
			.contains("Harbor Lights Virtual Run: results are waiting", "to demo@selftimed.test",
					"&lt;b&gt;5K&lt;/b&gt; (event 41001)", "/organizer/events/harbor-5k")
			.doesNotContain("No mail yet", "<b>5K", "??");
		assertThat(this.mvc.get().uri("/actuator/health")).bodyText().contains("UP");
		assertThat(CALLERS).hasValue(0);
	}

	private long runnerWithAResult() {
		long participant = this.jdbc.sql("select min(id) from participant where event_id = 41001")
			.query(Long.class)
			.single();
		new HarborLights(this.jdbc).submission(participant, 41001, 1, 1_471_500);
		return participant;
	}

	private void anHourOfPause(long participant) {
		OffsetDateTime now = this.jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single();
		OffsetDateTime then = now.withOffsetSameInstant(ZoneOffset.UTC).minusHours(1);
		this.jdbc.sql("""
				insert into call_gate (scope, subject, cause, error_code, error_message, strikes, since, closed_at,
					probe_at, wait_ms)
				values ('event', 41001, 'unknown-there', 301, 'Event not found.', 1, :then, :then, :probe, 900000)
				""").param("then", then).param("probe", then.plusDays(1)).update();
		this.jdbc.sql("""
				insert into delivery (participant_id, event_id, wanted_version, wanted_submission_id, batch_limit,
					settled_at, due_at)
				select :participant, 41001, 1, id, 25, :then, :then from submission where participant_id = :participant
				""").param("participant", participant).param("then", then).update();
	}

}
