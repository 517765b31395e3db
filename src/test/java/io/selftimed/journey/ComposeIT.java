package io.selftimed.journey;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * The containers as they come up from a clone: two replicas behind a proxy, one of which
 * is killed while runners and an organizer are there.
 */
@NeedsEngine
@Order(1)
class ComposeIT {

	private static final Pattern PASSWORD = Pattern.compile("Password\\s+(\\S+)");

	private static final Pattern DUMP = Pattern.compile("```sh\n(pg_dump .*?)```", Pattern.DOTALL);

	private static final List<String> LAST_NAMES = List.of("Marsh", "Okafor", "Lindqvist", "Tanaka", "Reyes");

	@TempDir
	private static Path folder;

	private static Compose compose;

	@BeforeAll
	static void up() {
		compose = new Compose(folder);
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
	void aReplicaWithoutItsDatabaseIsNotReadyUntilItIsBack() {
		compose.kill("postgres");
		await().atMost(Duration.ofMinutes(1))
			.pollInterval(Duration.ofMillis(500))
			.untilAsserted(() -> assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> compose.exec("selftimed-2", "timeout", "3", "is-ready")));
		compose.start("postgres");
		await().atMost(Duration.ofMinutes(1))
			.pollInterval(Duration.ofMillis(500))
			.ignoreException(AssertionError.class)
			.until(() -> compose.exec("selftimed-2", "timeout", "3", "is-ready").isEmpty());
	}

	@Test
	void noSecretStandsInTheEnvironment() {
		String environment = compose.inspect("selftimed-2", "{{.Config.Env}}");
		assertThat(environment).containsIgnoringCase("SPRING_CONFIG_IMPORT")
			.doesNotContainIgnoringCase("password")
			.doesNotContainIgnoringCase("secretkey");
	}

	/** The commands are those of the page, word for word. */
	@Test
	void aDumpOfPostgresIsRestoredAsThePageSays() throws IOException {
		try (RunnerOverHttp runner = new RunnerOverHttp(compose.port())) {
			isReceived(runner, runner.finish("harbor-half", 106, "Novak", "1:43:00"));
		}
		Matcher block = DUMP.matcher(Files.readString(Path.of("docs", "operations.md")));
		assertThat(block.find()).as("how to dump and restore").isTrue();
		String said = compose.exec("postgres", "sh", "-ec",
				"cd /tmp; export PGUSER=selftimed DATABASE=selftimed\n" + block.group(1));
		String count = compose.exec("postgres", "psql", "--username=selftimed", "--dbname=selftimed", "--command",
				"select count(*), max(id) from submission");
		assertThat(said).endsWith(count);
		for (String table : List.of("submission", "participant", "event", "organizer")) {
			assertThat(checksum("rehearsal", table)).as(table).isEqualTo(checksum("selftimed", table));
		}
	}

	private static String checksum(String database, String table) {
		return compose.exec("postgres", "psql", "--username=selftimed", "--dbname=" + database, "--tuples-only",
				"--command", "select count(*), md5(string_agg(r::text, ',' order by r::text)) from " + table + " r");
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
