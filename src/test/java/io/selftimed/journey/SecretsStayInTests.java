package io.selftimed.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.selftimed.SelftimedApplication;
import io.selftimed.runsignup.CallerCredential.RefreshGrant;
import io.selftimed.runsignup.CallerCredential.Tokens;
import io.selftimed.runsignup.CredentialProbe;
import io.selftimed.runsignup.Credentials;
import io.selftimed.runsignup.Lane;
import io.selftimed.runsignup.Lanes;
import io.selftimed.runsignup.RawRemote;
import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.beans.BeansEndpoint;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.actuate.management.ThreadDumpEndpoint;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole journey with known secrets, in good times and bad: afterwards none of them
 * stands anywhere but in the calls that carried it. The log is that of somebody who looks
 * for trouble.
 */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = SelftimedApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "logging.level.root=debug")
@ActiveProfiles({ "production", "demo" })
@DirtiesContext
class SecretsStayInTests {

	private static final long RACE = 4100;

	private static final long EVENT = 41001;

	/** In the order in which they come into use. */
	private static final List<String> TRAVELLING = List.of("key/of+settings", "secret/of+settings", "77.caller+token",
			"caller/registration+secret", "first/access+token", "first/refresh+token", "client+id/of+ours",
			"client/secret+of+ours", "second/access+token", "second/refresh+token", "third/access+token");

	private static final String SECRET_KEY = key("the secret key of this journey!!");

	private static final String PREVIOUS_KEY = key("the secret key before this one!!");

	private static final String PASSWORD = "password+of/the+organizer";

	private static final String SUCCESS = RawRemote.json(200,
			"{\"virtual_results\":[%s]}".formatted(Stream.of(101, 103, 104, 105)
				.map((bib) -> "{\"registration_id\":41001%d,\"submitted_time_in_ms\":1471500}".formatted(bib))
				.collect(Collectors.joining(","))));

	@TempDir
	private static Path folder;

	private static final RawRemote REMOTE = new RawRemote();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry properties) {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("data-dir", folder.resolve("data").toString());
		settings.put("public-url", "http://localhost:8080");
		settings.put("secret-key", SECRET_KEY);
		settings.put("previous-secret-keys", PREVIOUS_KEY);
		settings.put("sandbox.organizer-password", PASSWORD);
		settings.put("runsignup.base-url", REMOTE.address());
		settings.put("runsignup.credential.kind", "api-key");
		settings.put("runsignup.credential.key", TRAVELLING.get(0));
		settings.put("runsignup.credential.secret", TRAVELLING.get(1));
		settings.put("runsignup.caller-registration.token", TRAVELLING.get(2));
		settings.put("runsignup.caller-registration.secret", TRAVELLING.get(3));
		settings.put("runsignup.call-deadline", "1s");
		settings.put("delivery.grace-period", "500ms");
		settings.put("delivery.retry-first", "50ms");
		settings.put("delivery.retry-longest", "200ms");
		settings.forEach((name, value) -> properties.add("selftimed." + name, () -> value));
		properties.add("management.endpoints.web.exposure.include", () -> "*");
		properties.add("management.endpoint.health.show-details", () -> "always");
	}

	@BeforeAll
	static void wellBehaved() {
		REMOTE.answers((request) -> SUCCESS);
	}

	@AfterAll
	static void close() {
		REMOTE.close();
		LoggingSystem.get(SecretsStayInTests.class.getClassLoader()).setLogLevel("ROOT", LogLevel.INFO);
	}

	@Test
	void noSecretStandsAnywhereAfterwards(CapturedOutput output, @Autowired ApplicationContext context)
			throws Exception {
		Map<String, String> places = new LinkedHashMap<>();
		try (RunnerOverHttp runner = new RunnerOverHttp(this.port);
				PagesOverHttp organizer = new PagesOverHttp(this.port)) {
			organizer.signIn("demo@selftimed.test", PASSWORD);
			withTheKeyOfTheSettings(runner);
			places.put("a probe", withTokens(runner, context));
			withTokensThatEnd(runner, organizer, context);
			readPages(organizer, places);
		}
		readActuator(context, places);
		readFiles(places);
		places.put("threads",
				String.join("\n", Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList()));
		places.put("output", output.getAll());
		assertThatTheSearchSees(places);
		places.forEach((place, text) -> assertThat(leaks(text)).as(place).isEmpty());
	}

	/**
	 * Success, a refusal that repeats the call, an error page that does, a cut, silence.
	 */
	private static void withTheKeyOfTheSettings(RunnerOverHttp runner) {
		runner.finish("harbor-5k", 101, "Marsh", 24, "31.5");
		await("success").until(() -> !REMOTE.requests().isEmpty());
		REMOTE.answers((request) -> RawRemote.json(200,
				"{\"error\":{\"error_code\":3,\"error_msg\":\"Odd: %s\"}}".formatted(oneLine(request))));
		String refused = runner.finish("harbor-5k", 102, "Okafor", 24, "31.5");
		await("refusal").untilAsserted(() -> assertThat(runner.state(refused)).isEqualTo("refused"));
		once((request) -> RawRemote.json(500, "<html>" + request + "</html>"));
		received(runner, runner.finish("harbor-5k", 103, "Lindqvist", 24, "31.5"));
		once((request) -> {
			throw new IOException(request);
		});
		received(runner, runner.finish("harbor-5k", 104, "Tanaka", 24, "31.5"));
		once((request) -> {
			Thread.sleep(Duration.ofSeconds(2));
			return SUCCESS;
		});
		received(runner, runner.finish("harbor-5k", 105, "Reyes", 24, "31.5"));
	}

	/** Tokens that RunSignup refuses, that are renewed and used, and a probe. */
	private static String withTokens(RunnerOverHttp runner, ApplicationContext context) throws Exception {
		context.getBean(Credentials.class)
			.enter(RACE, new Tokens(TRAVELLING.get(4), null,
					new RefreshGrant(TRAVELLING.get(5), TRAVELLING.get(6), TRAVELLING.get(7))));
		REMOTE.answers((request) -> request.contains("refresh-token.json") ? tokens(8, 9)
				: request.contains(TRAVELLING.get(8)) ? SUCCESS : refusal(request));
		received(runner, runner.finish("harbor-5k", 101, "Marsh", 24, "31.5"));
		REMOTE.answers((request) -> RawRemote.json(200,
				"{\"individual_results_sets\":[],\"you\":\"%s\"}".formatted(oneLine(request))));
		try (Lane lane = await()
			.until(() -> context.getBean(Lanes.class).take(Duration.ofSeconds(1)), Optional::isPresent)
			.orElseThrow()) {
			return context.getBean(CredentialProbe.class).probe(lane, RACE, EVENT).toString();
		}
	}

	/**
	 * Tokens that are refused and renewed, then refused for good; at last nobody listens.
	 */
	private static void withTokensThatEnd(RunnerOverHttp runner, PagesOverHttp organizer, ApplicationContext context) {
		context.getBean(JdbcClient.class)
			.sql("update credential set tokens_changed_at = entered_at - interval '1' hour")
			.update();
		REMOTE.answers((request) -> request.contains("refresh-token.json") ? tokens(10, 9)
				: request.contains(TRAVELLING.get(10)) ? SUCCESS : refusal(request));
		received(runner, runner.finish("harbor-5k", 103, "Lindqvist", 24, "31.5"));
		context.getBean(JdbcClient.class)
			.sql("update credential set tokens_changed_at = entered_at - interval '1' hour")
			.update();
		REMOTE.answers(SecretsStayInTests::refusal);
		runner.finish("harbor-5k", 104, "Tanaka", 24, "31.5");
		await("a closed gate").untilAsserted(() -> assertThat(organizer.get("/organizer/events/harbor-5k").body())
			.contains("RunSignup does not accept the credential."));
		REMOTE.close();
		Credentials credentials = context.getBean(Credentials.class);
		credentials.remove(RACE, credentials.describe(RACE).orElseThrow().version());
		runner.finish("harbor-5k", 105, "Reyes", 24, "31.5");
		await("a refused connection")
			.untilAsserted(() -> assertThat(organizer.get("/organizer/events/harbor-5k/submissions.csv").body())
				.contains("the connection was refused"));
	}

	private static void received(RunnerOverHttp runner, String receipt) {
		await("received").atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(runner.state(receipt)).isEqualTo("received"));
	}

	private static void once(RawRemote.Script trouble) {
		AtomicInteger calls = new AtomicInteger();
		REMOTE.answers((request) -> (calls.getAndIncrement() == 0) ? trouble.answer(request) : SUCCESS);
	}

	private static String tokens(int access, int refresh) {
		return RawRemote.json(200, "{\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"expires_in\":2592000}"
			.formatted(TRAVELLING.get(access), TRAVELLING.get(refresh)));
	}

	private static String refusal(String request) {
		return RawRemote.json(400,
				"{\"error\":{\"error_code\":6,\"error_msg\":\"Odd: %s\"}}".formatted(oneLine(request)));
	}

	/**
	 * A request as a remote may repeat it: its address and headers that tell who calls.
	 */
	private static String oneLine(String request) {
		String form = request.contains("refresh-token.json") ? request.substring(request.indexOf("\r\n\r\n")) : "";
		return request.lines()
			.filter((line) -> line.startsWith("POST") || line.startsWith("GET") || line.contains("Bearer")
					|| line.contains("RSU"))
			.collect(Collectors.joining(" ")) + form.strip();
	}

	private static void readPages(PagesOverHttp organizer, Map<String, String> places) {
		for (String path : List.of("/", "/login", "/events/harbor-5k", "/organizer", "/organizer/events/harbor-5k",
				"/organizer/events/harbor-5k/submissions", "/organizer/events/harbor-5k/deliveries",
				"/organizer/events/harbor-5k/submissions.csv", "/actuator/health", "/no-such-page")) {
			places.put(path, organizer.get(path).body());
		}
	}

	private static void readActuator(ApplicationContext context, Map<String, String> places) {
		JsonMapper json = JsonMapper.builder().build();
		places.put("metrics",
				context.getBean(MeterRegistry.class)
					.getMeters()
					.stream()
					.map((meter) -> meter.getId().toString())
					.collect(Collectors.joining("\n")));
		places.put("env", json.writeValueAsString(context.getBean(EnvironmentEndpoint.class).environment(null)));
		places.put("configprops", json.writeValueAsString(
				context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties()));
		places.put("beans", json.writeValueAsString(context.getBean(BeansEndpoint.class).beans()));
		places.put("thread dump", context.getBean(ThreadDumpEndpoint.class).textThreadDump());
	}

	private static void readFiles(Map<String, String> places) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			files.filter(Files::isRegularFile)
				.forEach((file) -> places.put(file.getFileName().toString(), content(file)));
		}
	}

	private static String content(Path file) {
		try {
			return Files.readString(file, StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Every secret was used, and what is found is what was looked for. */
	private static void assertThatTheSearchSees(Map<String, String> places) {
		String calls = String.join("\n", REMOTE.requests());
		assertThat(TRAVELLING).allSatisfy((secret) -> assertThat(leaks(calls)).contains(secret));
		assertThat(places.get("selftimed.mv.db")).as("the database").contains("Marsh", "v1:");
		assertThat(places.get("output")).as("the log").contains("DEBUG", "Started");
		assertThat(places.get("/organizer/events/harbor-5k/submissions")).as("what RunSignup repeated")
			.contains("****");
		assertThat(places.get("threads")).contains("delivery-1");
		assertThat(places.get("metrics")).contains("http.server.requests");
		assertThat(places.get("env")).contains("selftimed.runsignup.credential.secret");
		assertThat(places.get("/actuator/health")).contains("UP");
		assertThat(places.get("a probe")).startsWith("Works");
	}

	/** The secrets in a text, as they are, as they travel, and in base64. */
	private static List<String> leaks(String text) {
		return Stream.concat(TRAVELLING.stream(), Stream.of(SECRET_KEY, PREVIOUS_KEY, PASSWORD))
			.filter((secret) -> Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8), inBase64(secret))
				.anyMatch(text::contains))
			.toList();
	}

	/** Without its end, which depends on what follows. */
	private static String inBase64(String secret) {
		byte[] whole = secret.getBytes(StandardCharsets.UTF_8);
		return Base64.getEncoder().encodeToString(Arrays.copyOf(whole, whole.length / 3 * 3));
	}

	private static String key(String content) {
		return Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
	}

}
