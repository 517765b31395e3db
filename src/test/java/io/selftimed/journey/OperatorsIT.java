package io.selftimed.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.selftimed.security.PagesOverHttp;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What docs/operations.md promises to whoever runs the machines, with the jar as they
 * start it: a log for machines, the meters on a port of their own, and a copy that is
 * restored by hand and looked at before anything of it is sent.
 */
class OperatorsIT {

	private static final String KEY = Base64.getEncoder().encodeToString("the key of whoever runs this....".getBytes());

	private static final Pattern DOCUMENTED = Pattern.compile("^\\| `(selftimed\\.[a-z.]+)` \\|", Pattern.MULTILINE);

	private static final Pattern GIVEN = Pattern.compile("^# TYPE (selftimed_\\w+) ", Pattern.MULTILINE);

	@TempDir
	private Path folder;

	private final int port = RunningJar.freePort();

	private final int managementPort = RunningJar.freePort();

	@Test
	void theLogTheMetersAndTheWayBackFromACopyAreAsTheyAreDescribed() throws IOException, InterruptedException {
		Path data = this.folder.resolve("data");
		String before;
		String afterTheCopy;
		Set<String> given = new TreeSet<>();
		try (RunningJar jar = start(data);
				RunnerOverHttp runner = new RunnerOverHttp(jar);
				PagesOverHttp administrator = new PagesOverHttp(jar.port())) {
			before = runner.finish("harbor-5k", 101, "Marsh", 24, "31.5");
			received(runner, before);
			administrator.signIn("demo@selftimed.test", jar.organizerPassword());
			makeACopy(administrator);
			afterTheCopy = runner.finish("harbor-5k", 102, "Okafor", 25, "10.5");
			received(runner, afterTheCopy);
			given.addAll(meters());
			for (String closed : List.of("/actuator/prometheus", "/actuator/metrics")) {
				assertThat(runner.get(closed).statusCode()).as(closed).isEqualTo(404);
			}
			isForMachinesAndNamesNobody(jar.log(),
					Stream.of("Marsh", "Okafor", token(before), token(afterTheCopy), jar.organizerPassword(), KEY));
		}
		restore(data);
		somethingOfEverything(data);
		try (RunningJar jar = start(data, "--selftimed.runsignup.hold=true");
				RunnerOverHttp runner = new RunnerOverHttp(jar)) {
			assertThat(runner.state(before)).isEqualTo("received");
			assertThat(runner.state(afterTheCopy)).isEqualTo("HTTP 404");
			String meanwhile = runner.finish("harbor-5k", 103, "Lindqvist", 26, "10");
			await().atMost(Duration.ofSeconds(20))
				.untilAsserted(() -> assertThat(scraped())
					.containsPattern("selftimed_gates_closed\\{cause=\"held\",scope=\"everything\".*} 1\\.0")
					.containsPattern("selftimed_delivery_due\\{event=\"41001\"} [12]\\.0"));
			assertThat(runner.state(meanwhile)).isEqualTo("waiting");
			given.addAll(meters());
			assertThat(jar.log()).contains("selftimed.runsignup.hold is set")
				.doesNotContain("can be read by other users");
		}
		assertThat(WhatRunSignupHolds.in(data).milliseconds(41001103)).as("sent while held back").isNull();
		assertThat(given).isEqualTo(documented());
	}

	private RunningJar start(Path data, String... more) {
		List<String> arguments = new ArrayList<>(List.of("--spring.profiles.active=simulator",
				"--selftimed.secret-key=" + KEY, "--management.server.port=" + this.managementPort,
				"--management.server.address=127.0.0.1", "--logging.structured.format.console=ecs"));
		arguments.addAll(List.of(more));
		return RunningJar.replica(this.port, data, arguments);
	}

	private static void received(RunnerOverHttp runner, String receipt) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(runner.state(receipt)).isEqualTo("received"));
	}

	private static void makeACopy(PagesOverHttp administrator) {
		String page = "/organizer/installation/backups";
		administrator.post(page, "_csrf", PagesOverHttp.token(administrator.get(page)));
		assertThat(administrator.get(page).body()).contains("A backup was made.");
	}

	private static String token(String receipt) {
		return receipt.substring(receipt.lastIndexOf('/') + 1);
	}

	/** Every line is a document of its own. */
	private static void isForMachinesAndNamesNobody(String log, Stream<String> secrets) {
		List<JsonNode> lines = log.lines().map((line) -> JsonMapper.shared().readTree(line)).toList();
		assertThat(lines).isNotEmpty()
			.allSatisfy((line) -> assertThat(line.path("@timestamp").asString()).isNotEmpty());
		assertThat(lines).extracting((line) -> line.path("message").asString(""))
			.anyMatch((message) -> message.matches("Event 41001: RunSignup received 1 of 1 results in \\d+ ms"));
		assertThat(secrets).allSatisfy((secret) -> assertThat(log).doesNotContain(secret));
	}

	/** As docs/operations.md says, between a stop and a start. */
	private static void restore(Path data) throws IOException, InterruptedException {
		Files.move(data.resolve("selftimed.mv.db"), data.resolveSibling("kept.mv.db"));
		Path copy;
		try (Stream<Path> copies = Files.list(data.resolve("backups"))) {
			copy = copies.findFirst().orElseThrow();
		}
		Process unzip = new ProcessBuilder("sh", "-c", "umask 077; unzip \"$0\" -d \"$1\"", copy.toString(),
				data.toString())
			.inheritIO()
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(unzip.waitFor()).as("unzip").isZero();
		assertThat(data.resolve("selftimed.mv.db")).exists();
	}

	/** So that each meter has something to tell. */
	private static void somethingOfEverything(Path data) {
		JdbcDataSource file = new JdbcDataSource();
		file.setURL("jdbc:h2:file:" + data.resolve("selftimed")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0");
		file.setUser("selftimed");
		file.setPassword("");
		JdbcClient jdbc = JdbcClient.create(file);
		List<Long> delivered = jdbc.sql("""
				select participant_id from delivery where event_id = 41004 and state = 'received' and drift is null
				order by participant_id fetch first 3 rows only
				""").query(Long.class).list();
		jdbc.sql("update delivery set drift = 'missing' where participant_id = ?").param(delivered.get(0)).update();
		jdbc.sql("""
				update delivery set claim_token = random_uuid(), claim_until = current_timestamp + interval '1' day
				where participant_id = ?
				""").param(delivered.get(1)).update();
		jdbc.sql("update delivery set due_at = current_timestamp - interval '1' hour where participant_id = ?")
			.param(delivered.get(2))
			.update();
	}

	private String scraped() {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client
				.send(HttpRequest
					.newBuilder(URI.create("http://127.0.0.1:" + this.managementPort + "/actuator/prometheus"))
					.build(), HttpResponse.BodyHandlers.ofString())
				.body();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	/** The meters of ours, without what Prometheus adds to a time and its greatest. */
	private Set<String> meters() {
		return names(GIVEN, scraped()).map((name) -> name.replaceAll("_seconds(_max)?$", ""))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> documented() throws IOException {
		String watched = Files.readString(Path.of("docs/operations.md"))
			.replaceFirst("(?s).*\n## What to watch\n(.*?)\n## .*", "$1");
		return names(DOCUMENTED, watched).map((name) -> name.replace('.', '_'))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<String> names(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
	}

}
