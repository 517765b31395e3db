package io.selftimed.runsignup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ssl.SSLServerSocket;

import io.selftimed.runsignup.RunSignupSettings.CallerRegistration;
import io.selftimed.runsignup.RunSignupSettings.Credential;
import io.selftimed.runsignup.UserResult.Tally;
import io.selftimed.runsignup.UserResult.Time;
import io.selftimed.runsignup.UserResultsAnswer.CredentialBad;
import io.selftimed.runsignup.UserResultsAnswer.NeverSent;
import io.selftimed.runsignup.UserResultsAnswer.Received;
import io.selftimed.runsignup.UserResultsAnswer.Refused;
import io.selftimed.runsignup.UserResultsAnswer.Unavailable;
import io.selftimed.runsignup.UserResultsAnswer.Unknown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The client against a real socket that behaves as badly as RunSignup might.
 */
class WebClientRunSignupTests {

	private static final Credential API_V2 = new Credential("api-v2", "k+1", "s3cret");

	private static final String SUCCESS = "{\"virtual_results\":[{\"registration_id\":3210,\"bib_num\":123}]}";

	private static final UserResults RESULTS = new UserResults(5L, 6L, 7L,
			List.of(new UserResult(3210L, 123L, new Time.Clock(1_020_100), new Tally.Cleared(), 1200L)));

	private final AtomicInteger requests = new AtomicInteger();

	private final CountDownLatch over = new CountDownLatch(1);

	private final OpenLane lane = new OpenLane();

	private volatile String request = "";

	private ServerSocket server;

	@BeforeEach
	void listen() throws IOException {
		this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
	}

	@AfterEach
	void stop() throws IOException {
		this.over.countDown();
		this.server.close();
	}

	private UserResultsAnswer call(Duration deadline, @Nullable Credential credential) {
		return call("http://127.0.0.1:" + this.server.getLocalPort() + "/", deadline, credential);
	}

	private UserResultsAnswer call(String address, Duration deadline, @Nullable Credential credential) {
		RunSignupSettings settings = new RunSignupSettings(address, false, credential,
				new CallerRegistration("1.t", "rs"), "json", deadline);
		Calls calls = new Calls(new RunSignupAddress(settings, new MockEnvironment()), settings);
		try {
			return new WebClientRunSignup(calls, settings, new SettingsPassports(settings), InstantSource.system())
				.postUserResults(this.lane, RESULTS);
		}
		finally {
			calls.destroy();
		}
	}

	private UserResultsAnswer call() {
		return call(Duration.ofSeconds(20), API_V2);
	}

	private void serve(Behaviour behaviour) {
		Thread.ofPlatform().daemon().start(() -> {
			while (!this.server.isClosed()) {
				try (Socket socket = this.server.accept()) {
					this.request = readRequest(socket.getInputStream());
					this.requests.incrementAndGet();
					behaviour.answer(socket, socket.getOutputStream());
				}
				catch (IOException | InterruptedException ex) {
					// The client hung up or the test is over.
				}
			}
		});
	}

	private static String readRequest(InputStream in) throws IOException {
		StringBuilder text = new StringBuilder();
		int length = -1;
		int bodyStart = -1;
		while (bodyStart < 0 || text.length() < bodyStart + length) {
			int next = in.read();
			if (next < 0) {
				throw new IOException("cut");
			}
			text.append((char) next);
			if (bodyStart < 0 && text.toString().endsWith("\r\n\r\n")) {
				bodyStart = text.length();
				length = Integer.parseInt(text.toString().replaceAll("(?is).*content-length: *(\\d+).*", "$1"));
			}
		}
		return text.toString();
	}

	private static void respond(OutputStream out, String status, String headers, String body) {
		try {
			out.write(("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body)
				.getBytes(StandardCharsets.US_ASCII));
			out.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void respond(OutputStream out, byte[] packed) throws IOException {
		out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII));
		out.write(packed);
		out.flush();
	}

	@Test
	void aPostCarriesCredentialFormAndDocument() {
		serve((socket, out) -> respond(out, "200 OK", "Content-Type: text/html\r\n", SUCCESS));
		assertThat(call()).isInstanceOfSatisfying(Received.class,
				(received) -> assertThat(received.items()).singleElement()
					.extracting(Optional::isPresent)
					.isEqualTo(true));
		assertThat(this.request).startsWith("POST /rest/race/5/results/user-results?format=json&rsu_api_reg=1.t"
				+ "&rsu_api_key=k%2B1 HTTP/1.1\r\n");
		assertThat(this.request).containsIgnoringCase("\r\nX-RSU-API-SECRET: s3cret\r\n")
			.containsIgnoringCase("\r\nX-RSU-API-REG-SECRET: rs\r\n")
			.containsIgnoringCase("\r\nContent-Type: application/x-www-form-urlencoded\r\n")
			.containsIgnoringCase("\r\naccept-encoding: gzip\r\n");
		String body = this.request.substring(this.request.indexOf("\r\n\r\n") + 4);
		assertThat(URLDecoder.decode(body, StandardCharsets.UTF_8)).isEqualTo("race_id=5&event_id=6"
				+ "&individual_result_set_id=7&request_format=json&request={\"virtual_results\":[{\"bib_num\":123,"
				+ "\"clock_time\":\"00:17:00.1\",\"tally_value\":null,\"registration_id\":3210,"
				+ "\"elevation_gain_in_mm\":1200}]}");
		assertThat(this.lane.staysShut()).isFalse();
	}

	@Test
	void anApiKeyTravelsWithItsSecretInTheAddress() {
		serve((socket, out) -> respond(out, "200 OK", "", SUCCESS));
		call(Duration.ofSeconds(20), new Credential("api-key", "k", "s"));
		assertThat(this.request).contains("&api_key=k&api_secret=s HTTP/1.1")
			.doesNotContainIgnoringCase("X-RSU-API-SECRET");
	}

	@Test
	void anErrorUnderStatus200IsAnError() {
		serve((socket, out) -> respond(out, "200 OK", "Content-Type: nonsense\r\n",
				"{\"error\":{\"error_code\":115,\"error_msg\":\"Bib\"}}"));
		assertThat(call()).isEqualTo(new Refused(115, "Bib"));
	}

	@Test
	void aRedirectIsNotFollowed() {
		serve((socket, out) -> respond(out, "302 Found", "Location: /elsewhere\r\n", ""));
		assertThat(call()).isInstanceOf(Unavailable.class);
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void silenceLeavesTheOutcomeUnknownAndTheLaneShut() {
		serve((socket, out) -> this.over.await());
		assertThat(call(Duration.ofMillis(400), API_V2)).isInstanceOf(Unknown.class);
		assertThat(this.lane.staysShut()).isTrue();
	}

	@Test
	void anAnswerThatDripsEndsAtTheDeadline() {
		serve((socket, out) -> {
			out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			do {
				out.write(' ');
				out.flush();
			}
			while (!this.over.await(20, TimeUnit.MILLISECONDS));
		});
		assertThat(call(Duration.ofMillis(400), API_V2)).isInstanceOf(Unknown.class);
	}

	@Test
	void aResetAfterSendingIsUnknownAndNotRepeated() {
		serve((socket, out) -> socket.setSoLinger(true, 0));
		assertThat(call()).isInstanceOf(Unknown.class);
		assertThat(this.requests).hasValue(1);
		assertThat(this.lane.staysShut()).isTrue();
	}

	@Test
	void aBodyCutShortIsUnknown() {
		serve((socket, out) -> out
			.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII)));
		assertThat(call()).isInstanceOf(Unknown.class);
	}

	@Test
	void anAnswerThatIsTooLargeIsUnavailable() {
		serve((socket, out) -> respond(out, "200 OK", "", " ".repeat(3 * 1024 * 1024)));
		assertThat(call()).isInstanceOf(Unavailable.class);
	}

	@Test
	void aGigabyteIsNotReadToItsEnd() {
		AtomicLong written = new AtomicLong();
		serve((socket, out) -> {
			byte[] spaces = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
			out.write("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			while (written.addAndGet(spaces.length) < 1L << 30) {
				out.write(spaces);
			}
		});
		assertThat(call()).isEqualTo(new Unavailable(null, "an answer of more than 2 MB"));
		assertThat(written).hasValueLessThan(100L << 20);
	}

	@Test
	void aPackedAnswerIsRead() {
		byte[] small = AnswerBytesTests.packed(SUCCESS.getBytes(StandardCharsets.UTF_8));
		serve((socket, out) -> respond(out, small));
		assertThat(call()).isInstanceOf(Received.class);
	}

	@Test
	void aPackedBombIsNotUnpacked() {
		byte[] bomb = AnswerBytesTests.packed(new byte[200 << 20]);
		assertThat(bomb).hasSizeLessThan(1 << 20);
		serve((socket, out) -> respond(out, bomb));
		assertThat(call()).isEqualTo(new Unavailable(null, "an answer of more than 2 MB"));
	}

	@Test
	void whoCannotShowACertificateGetsNothing(@TempDir Path folder) throws Exception {
		try (SSLServerSocket pretender = SelfSigned.listen(folder)) {
			Thread.ofPlatform().daemon().start(() -> {
				try (Socket socket = pretender.accept()) {
					this.request = readRequest(socket.getInputStream());
				}
				catch (IOException ex) {
					// The client hung up before it said anything.
				}
			});
			assertThat(call("https://localhost:" + pretender.getLocalPort(), Duration.ofSeconds(20), API_V2))
				.isEqualTo(new NeverSent("no secure connection could be made"));
			assertThat(this.request).isEmpty();
		}
	}

	@Test
	void aRefusedPortIsNeverSent() throws IOException {
		this.server.close();
		assertThat(call()).isInstanceOfSatisfying(NeverSent.class,
				(neverSent) -> assertThat(neverSent.message()).contains("refused").doesNotContain("127"));
		assertThat(this.lane.staysShut()).isFalse();
	}

	@Test
	void withoutACredentialOrWithTooLittleLeaseNothingIsSent() {
		serve((socket, out) -> respond(out, "200 OK", "", SUCCESS));
		assertThat(call(Duration.ofSeconds(20), null)).isInstanceOf(CredentialBad.class);
		this.lane.atItsEnd();
		assertThat(call()).isInstanceOf(NeverSent.class);
		assertThat(this.requests).hasValue(0);
	}

	private interface Behaviour {

		void answer(Socket socket, OutputStream out) throws IOException, InterruptedException;

	}

}
