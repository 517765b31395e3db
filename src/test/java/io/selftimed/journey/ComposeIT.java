package io.selftimed.journey;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The containers as they come up from a clone: two replicas behind a proxy, one of which
 * is killed while runners and an organizer are there. Of the two lanes of the build one
 * begins with this class, which no browser may be beside, and the other with the last:
 * {@link KilledReplicasIT}, {@link KillIT} and {@link StartIT} open none.
 */
@NeedsEngine
@ResourceLock(NeedsChromium.NETWORK)
@Order(1)
class ComposeIT {

	private static final Pattern PASSWORD = Pattern.compile("Password\\s+(\\S+)");

	private static final List<String> LAST_NAMES = List.of("Marsh", "Okafor", "Lindqvist", "Tanaka", "Reyes");

	@TempDir
	private static Path folder;

	private static Compose compose;

	@BeforeAll
	static void up() {
		compose = new Compose(folder, PostgresPrograms.overrides(folder));
		compose.up();
	}

	@AfterAll
	static void down() {
		compose.close();
	}

	@Test
	void runnersAndAnOrganizerGoOnWhileAReplicaIsKilled() {
		try (PagesOverHttp organizer = new PagesOverHttp(compose.port());
				RunnerOverHttp runner = new RunnerOverHttp(compose.port())) {
			organizer.signIn("demo@selftimed.test", organizerPassword(compose));
			String receipt = runner.finish("harbor-5k", 101, "Marsh", 24, "31.5");
			isReceived(runner, receipt);
			assertThat(results(organizer)).contains("24:31.5");
			compose.kill("selftimed-1");
			for (int bib = 102; bib <= 105; bib++) {
				isReceived(runner, runner.finish("harbor-5k", bib, LAST_NAMES.get(bib - 101), 30, "0" + (bib - 101)));
			}
			assertThat(results(organizer)).as("nobody is signed out").contains("30:01", "30:04");
			compose.start("selftimed-1");
			isReceived(runner, runner.finish("harbor-5k", 101, "Marsh", 24, "30"));
			assertThat(compose.log("proxy")).contains("/receipts/****").doesNotContain(receipt);
		}
	}

	@Test
	void theApplicationIsNobodyAndWritesNothingOfItsImage() {
		for (String service : List.of("simulator", "selftimed-2")) {
			assertThat(compose.inspect(service, "{{.Config.User}} {{.HostConfig.ReadonlyRootfs}}"))
				.isEqualTo("10001:10001 true");
		}
	}

	@Test
	void whatLinksAreFoundByStaysOutOfTheProxysLog() {
		try (PagesOverHttp visitor = new PagesOverHttp(compose.port())) {
			for (String page : List.of("/setup/", "/password/", "/invitations/", "/organizer/invitations/", "/mails/",
					"/receipts/")) {
				visitor.get(page + "VerySecret" + page.length());
				assertThat(compose.log("proxy")).contains("GET " + page + "****").doesNotContain("VerySecret");
			}
		}
	}

	@Test
	void noSecretStandsInTheEnvironment() {
		String environment = compose.inspect("selftimed-2", "{{.Config.Env}}");
		assertThat(environment).containsIgnoringCase("SPRING_CONFIG_IMPORT")
			.doesNotContainIgnoringCase("password")
			.doesNotContainIgnoringCase("secretkey");
	}

	/** By the lines of docs/containers.md. */
	@Test
	void aCopyOfTheDatabaseIsRehearsed() {
		Path dump = folder.resolve("selftimed.dump");
		compose.execInto(dump, "postgres", "pg_dump", "--format=custom", "selftimed");
		compose.exec("postgres", "createdb", "rehearsal");
		compose.execReading(dump, "postgres", "pg_restore", "--dbname=rehearsal", "--exit-on-error",
				"--single-transaction");
		assertThat(countedRows("rehearsal")).isEqualTo(countedRows("selftimed")).doesNotContain("|0");
		compose.exec("postgres", "dropdb", "rehearsal");
	}

	/** What the other tests leave alone. */
	private static String countedRows(String database) {
		return compose.exec("postgres", "psql", "--dbname=" + database, "--no-align", "--tuples-only",
				"--command=select 'race', count(*) from race union all select 'event', count(*) from event"
						+ " union all select 'participant', count(*) from participant order by 1");
	}

	@Test
	void metricsAreForWhoIsInTheNetwork() {
		assertThat(compose.exec("simulator", "bash", "-c", """
				exec 3<>/dev/tcp/selftimed-2/9090
				printf 'GET /actuator/prometheus HTTP/1.0\r\nHost: selftimed-2\r\n\r\n' >&3
				cat <&3""")).contains("HTTP/1.1 200", "hikaricp_connections_max");
		try (PagesOverHttp visitor = new PagesOverHttp(compose.port())) {
			assertThat(visitor.get("/actuator/prometheus").statusCode()).isEqualTo(404);
		}
	}

	/** By the lines of docs/containers.md, with the demo's races beside. */
	@Test
	@Tag("endurance")
	void theImageAloneKeepsItsDatabaseInAVolume() throws IOException {
		String name = "selftimed-it-alone-" + ProcessHandle.current().pid();
		int port = Compose.freePort();
		Path key = Files.writeString(folder.resolve("selftimed.env"),
				"SELFTIMED_SECRETKEY=" + Base64.getEncoder().encodeToString(new byte[32]));
		try {
			startAlone(name, port, key, "production", "https://results.example.org");
			assertThat(Engine.run("docker", "exec", name, "cat", "/data/setup-link"))
				.startsWith("https://results.example.org/setup/");
			takeAway(name);
			startAlone(name, port, key, "production,demo,simulator", "http://localhost:" + port);
			String receipt;
			try (RunnerOverHttp runner = new RunnerOverHttp(port)) {
				receipt = runner.finish("harbor-5k", 101, "Marsh", 24, "31.5");
				isReceived(runner, receipt);
			}
			Engine.run("docker", "rm", "--force", name);
			startAlone(name, port, key, "production,demo,simulator", "http://localhost:" + port);
			try (RunnerOverHttp runner = new RunnerOverHttp(port)) {
				assertThat(runner.state(receipt)).isEqualTo("received");
			}
		}
		finally {
			takeAway(name);
		}
	}

	private static void takeAway(String name) {
		Engine.run("docker", "rm", "--force", name);
		Engine.run("docker", "volume", "rm", "--force", name);
	}

	private static void startAlone(String name, int port, Path key, String profiles, String publicUrl) {
		Engine.run("docker", "run", "--detach", "--name", name, "--publish", "127.0.0.1:" + port + ":8080", "--volume",
				name + ":/data", "--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL", "--restart", "unless-stopped",
				"--stop-timeout", "45", "--env-file", key.toString(), "--env", "SPRING_PROFILES_ACTIVE=" + profiles,
				"--env", "SELFTIMED_PUBLICURL=" + publicUrl, "--env", "SELFTIMED_TRUSTEDPROXIES=172.16.0.0/12",
				"selftimed:local");
		await().atMost(Duration.ofMinutes(1))
			.pollInterval(Duration.ofMillis(500))
			.until(() -> Engine.run("docker", "inspect", "--format", "{{.State.Health.Status}}", name)
				.strip()
				.equals("healthy"));
	}

	/** As the block at the end tells it. */
	static String organizerPassword(Compose compose) {
		Matcher matcher = PASSWORD.matcher(compose.log("welcome"));
		assertThat(matcher.find()).as("the block that says how to sign in").isTrue();
		return matcher.group(1);
	}

	private static String results(PagesOverHttp organizer) {
		HttpResponse<String> page = organizer.get("/organizer/events/harbor-5k/submissions");
		assertThat(page.statusCode()).isEqualTo(200);
		return page.body();
	}

	private static void isReceived(RunnerOverHttp runner, String receipt) {
		await().atMost(Duration.ofSeconds(40))
			.pollInterval(Duration.ofMillis(250))
			.untilAsserted(() -> assertThat(runner.state(receipt)).isEqualTo("received"));
	}

}
