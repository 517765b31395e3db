package io.selftimed.sandbox.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.selftimed.sandbox.SimulatorAlone;
import io.selftimed.sandbox.fault.Fault;
import io.selftimed.sandbox.fault.FaultBoard;
import io.selftimed.sandbox.fault.SetFault;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a caller meets at the socket.
 */
@SpringBootTest(classes = SimulatorAlone.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("simulator")
class WireTests {

	@TempDir
	private static Path folder;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@LocalServerPort
	private int port;

	@Autowired
	private FaultBoard faults;

	@Autowired
	private Traffic traffic;

	@Autowired
	private KeptResults kept;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry properties) {
		properties.add("selftimed.data-dir", folder::toString);
	}

	@AfterEach
	void forget() {
		this.faults.clear();
		Awaitility.await().until(() -> {
			this.traffic.clear();
			return this.traffic.highest() == 0;
		});
		this.kept.clear();
	}

	@ParameterizedTest
	@EnumSource(names = { "RESET", "APPLIED_THEN_RESET", "HANG", "APPLIED_THEN_SILENCE" })
	void someCallsAreCutWithoutAWord(Fault fault) {
		set(fault, Duration.ofMillis(50));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.http.send(post(), BodyHandlers.ofString()))
			.withMessageNotContaining("timed out");
		assertThat(this.kept.count()).isEqualTo(fault.name().startsWith("APPLIED") ? 1 : 0);
	}

	@Test
	void anAnswerIsCutInItsMiddle() {
		set(Fault.CUT_SHORT, Duration.ZERO);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.http.send(post(), BodyHandlers.ofString()));
		assertThat(this.kept.count()).isOne();
	}

	@ParameterizedTest
	@EnumSource(names = { "SLOW", "DRIP" })
	void lateAnswersArriveWhole(Fault fault) throws Exception {
		set(fault, Duration.ofMillis(200));
		long start = System.nanoTime();
		assertThat(this.http.send(post(), BodyHandlers.ofString()).body()).startsWith("{\"virtual_results\":")
			.endsWith("null}]}");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(150));
	}

	@Test
	void aGigabyteBeginsWithSpaces() throws Exception {
		set(Fault.GIGANTIC, Duration.ZERO);
		HttpResponse<InputStream> answer = this.http.send(post(), BodyHandlers.ofInputStream());
		assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(0)).isGreaterThan(1L << 30);
		try (InputStream body = answer.body()) {
			assertThat(new String(body.readNBytes(1 << 20), UTF_8)).isBlank();
		}
	}

	@Test
	void aThirdCallAtOnceIsOneTooMany() throws Exception {
		set(Fault.SLOW, Duration.ofMillis(700));
		set(Fault.SLOW, Duration.ofMillis(700));
		CompletableFuture<HttpResponse<String>> first = this.http.sendAsync(post(), BodyHandlers.ofString());
		CompletableFuture<HttpResponse<String>> second = this.http.sendAsync(post(), BodyHandlers.ofString());
		Awaitility.await().until(() -> this.traffic.highest() == 2 && this.faults.all().isEmpty());
		assertThat(this.http.send(post(), BodyHandlers.ofString()).body()).contains("\"error_code\":14,");
		assertThat(this.traffic.highest()).isEqualTo(3);
		assertThat(first.join().body() + second.join().body()).doesNotContain("error");
		for (int call = 0; call < 20; call++) {
			assertThat(this.http.send(post(), BodyHandlers.ofString()).body()).startsWith("{\"virtual_results\"");
		}
	}

	@Test
	void twoLanesThatNeverRestAreNeverTooMany() {
		CompletableFuture<?>[] lanes = { lane(), lane() };
		CompletableFuture.allOf(lanes).join();
		assertThat(this.traffic.highest()).isEqualTo(2);
	}

	@Test
	void aFormThatIsTooLongIsRefused() throws Exception {
		HttpRequest long5 = request("/race/4900/results/user-results?format=json&api_key=sandbox&api_secret=sandbox")
			.POST(HttpRequest.BodyPublishers.ofString("request=" + "x".repeat(5 << 20)))
			.build();
		assertThat(this.http.send(long5, BodyHandlers.ofString()).body()).contains("\"error_code\":3,");
	}

	/** The same random requests at every run. */
	@Test
	void anyBytesAreAnsweredInRunSignupsShape() throws Exception {
		Random random = new Random(4900);
		for (int count = 0; count < 200; count++) {
			byte[] body = new byte[random.nextInt(2000)];
			random.nextBytes(body);
			String query = URLEncoder.encode(new String(body, 0, Math.min(20, body.length), UTF_8), UTF_8);
			HttpResponse<String> answer = this.http.send(request("/race/4900/results/user-results?format=json&" + query)
				.POST(HttpRequest.BodyPublishers.ofByteArray(body))
				.build(), BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body()).startsWith("{\"error\":{\"error_code\":");
		}
	}

	private CompletableFuture<Void> lane() {
		return CompletableFuture.runAsync(() -> {
			for (int call = 0; call < 100; call++) {
				try {
					assertThat(this.http.send(post(), BodyHandlers.ofString()).body()).doesNotContain("error");
				}
				catch (IOException | InterruptedException ex) {
					throw new CompletionException(ex);
				}
			}
		});
	}

	private void set(Fault fault, Duration patience) {
		this.faults.set(new SetFault(fault, 1, null, patience, null, null));
	}

	private HttpRequest post() {
		String item = URLEncoder.encode("{\"virtual_results\":[{\"bib_num\":456,\"clock_time\":\"00:17:00.2\"}]}",
				UTF_8);
		return request("/race/4900/results/user-results?format=json&api_key=sandbox&api_secret=sandbox")
			.POST(HttpRequest.BodyPublishers
				.ofString("race_id=4900&event_id=49002&request_format=json&request=" + item))
			.build();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/sandbox/runsignup/rest" + path))
			.timeout(Duration.ofSeconds(20))
			.header("Content-Type", "application/x-www-form-urlencoded");
	}

}
