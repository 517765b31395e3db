package io.selftimed.journey;

import java.net.http.HttpResponse;
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
import static org.awaitility.Awaitility.await;

/**
 * The containers as they come up from a clone: two replicas behind a proxy, one of which
 * is killed while runners and an organizer are there.
 */
@NeedsEngine
@Order(1)
class ComposeIT {

	private static final Pattern PASSWORD = Pattern.compile("Password\\s+(\\S+)");

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
	void noSecretStandsInTheEnvironment() {
		String environment = compose.inspect("selftimed-2", "{{.Config.Env}}");
		assertThat(environment).containsIgnoringCase("SPRING_CONFIG_IMPORT")
			.doesNotContainIgnoringCase("password")
			.doesNotContainIgnoringCase("secretkey");
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
