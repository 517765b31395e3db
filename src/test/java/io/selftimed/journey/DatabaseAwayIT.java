package io.selftimed.journey;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * PostgreSQL falls silent, and dies at last: everybody hears so soon, nobody loses what
 * was typed, and what is sent again counts once.
 */
class DatabaseAwayIT {

	/** A connection is waited for, and one that was used just now for an answer. */
	private static final Duration SOON = Duration.ofSeconds(13);

	@TempDir
	private Path folder;

	@Test
	void nobodyWaitsLongAndNothingTypedIsLost() {
		SilentPostgres postgres = new SilentPostgres(this.folder);
		try (RunningJar jar = RunningJar.sandbox(this.folder.resolve("data"),
				"--spring.datasource.url=" + postgres.url(), "--spring.datasource.username=postgres");
				RunnerOverHttp runner = new RunnerOverHttp(jar);
				PagesOverHttp organizer = new PagesOverHttp(jar.port())) {
			organizer.signIn("demo@selftimed.test", jar.organizerPassword());
			String before = runner.finish("harbor-5k", 101, "Marsh", 24, "31.5");
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(runner.state(before)).isEqualTo("received"));
			RunnerOverHttp.Checked typed = runner.check("harbor-5k", 102, "Okafor", "", "25", "10.5");
			postgres.fallSilent();
			HttpResponse<String> away = soon(() -> runner.send(typed));
			assertThat(away.statusCode()).isEqualTo(503);
			assertThat(away.body())
				.contains("Not sent yet", "Try again", "action=\"/events/harbor-5k/submit\"", "value=\"10.5\"",
						"Okafor")
				.doesNotContain("??");
			assertThat(away.headers().firstValue("Content-Security-Policy")).isPresent();
			assertThat(away.headers().firstValue("Cache-Control")).hasValue("no-store");
			assertThat(soon(() -> organizer.get("/css/selftimed.css")).statusCode()).as("styles of who is signed in")
				.isEqualTo(200);
			HttpResponse<String> page = soon(() -> organizer.get("/organizer/events/harbor-5k/submissions?state=held"));
			assertThat(page.statusCode()).isEqualTo(503);
			assertThat(page.headers().map()).containsKeys("content-security-policy", "x-frame-options",
					"x-content-type-options", "referrer-policy");
			assertThat(page.body()).contains("The database of this installation does not answer",
					"href=\"/organizer/events/harbor-5k/submissions?state=held\"");
			postgres.wake();
			String receipt = acknowledged(runner, away);
			assertThat(acknowledged(runner, away)).as("it counts once").isEqualTo(receipt);
			assertThat(runner.state(before)).isEqualTo("received");
			postgres.die();
			assertThat(soon(() -> runner.send(typed)).body()).contains("Not sent yet", "value=\"10.5\"");
			assertThat(soon(() -> organizer.get("/organizer")).statusCode()).isEqualTo(503);
			assertThat(jar.log()).contains("The database is away").doesNotContain("Okafor");
		}
		finally {
			postgres.close();
		}
	}

	/** As soon as connections are there again, which the pool finds out by itself. */
	private static String acknowledged(RunnerOverHttp runner, HttpResponse<String> away) {
		return await().atMost(Duration.ofSeconds(30))
			.until(() -> runner.tryAgain(away), (answer) -> answer.statusCode() == 303)
			.headers()
			.firstValue("Location")
			.orElseThrow();
	}

	private static HttpResponse<String> soon(Supplier<HttpResponse<String>> page) {
		long begun = System.nanoTime();
		HttpResponse<String> answer = page.get();
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("%s", answer.uri()).isLessThan(SOON);
		return answer;
	}

}
