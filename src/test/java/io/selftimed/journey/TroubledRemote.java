package io.selftimed.journey;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the simulated RunSignup on a port of its own: passes calls on when all is
 * well, and otherwise does what the trouble says until it is mended.
 */
final class TroubledRemote implements AutoCloseable {

	private static final String ERROR = "{\"error\":{\"error_code\":5,\"error_msg\":\"Database error.\"}}";

	private final HttpClient client = HttpClient.newHttpClient();

	private final int port = RunningJar.freePort();

	private @Nullable HttpServer server;

	private volatile Trouble trouble = Trouble.NONE;

	private volatile CountDownLatch called = new CountDownLatch(1);

	private volatile CountDownLatch mended = new CountDownLatch(0);

	private volatile int passOnTo;

	/** What can be wrong with a remote. */
	enum Trouble {

		/** Calls are passed on. */
		NONE,
		/** HTTP 200 with an error in the body. */
		ERROR_BODY,
		/** The call is taken and never answered. */
		SILENCE,
		/** A byte a second. */
		DRIP,
		/** Nobody listens. */
		DOWN

	}

	/** Where Selftimed is told that RunSignup is. */
	String address() {
		return "http://127.0.0.1:" + this.port + "/sandbox/runsignup";
	}

	/** Names the port of the simulator. */
	void passOnTo(int simulatorPort) {
		this.passOnTo = simulatorPort;
		listen();
	}

	/** Begins a trouble. */
	void begin(Trouble next) {
		this.called = new CountDownLatch(1);
		this.mended = new CountDownLatch(1);
		this.trouble = next;
		if (next == Trouble.DOWN) {
			hangUp();
		}
	}

	/** Ends the trouble; calls that hang end without an answer. */
	void mend() {
		boolean wasDown = this.trouble == Trouble.DOWN;
		this.trouble = Trouble.NONE;
		this.mended.countDown();
		if (wasDown) {
			listen();
		}
	}

	/** Waits until a call has met the trouble. Nobody sees calls that are refused. */
	boolean awaitCall() throws InterruptedException {
		return this.called.await(30, TimeUnit.SECONDS);
	}

	private void listen() {
		try {
			HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port),
					50);
			listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			listening.createContext("/", this::answer);
			listening.start();
			this.server = listening;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void hangUp() {
		if (this.server != null) {
			this.server.stop(0);
			this.server = null;
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		Trouble met = this.trouble;
		if (met != Trouble.NONE) {
			this.called.countDown();
		}
		try (exchange) {
			switch (met) {
				case NONE -> passOn(exchange, body);
				case ERROR_BODY -> reply(exchange, ERROR.getBytes(StandardCharsets.UTF_8));
				case SILENCE -> this.mended.await();
				case DRIP -> drip(exchange);
				case DOWN -> throw new IOException("hung up");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void passOn(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.passOnTo + exchange.getRequestURI()))
			.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
		for (String header : new String[] { "Content-Type", "X-RSU-API-SECRET" }) {
			String value = exchange.getRequestHeaders().getFirst(header);
			if (value != null) {
				request.header(header, value);
			}
		}
		reply(exchange, this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body());
	}

	private static void reply(HttpExchange exchange, byte[] answer) throws IOException {
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, answer.length);
		exchange.getResponseBody().write(answer);
	}

	private void drip(HttpExchange exchange) throws IOException, InterruptedException {
		exchange.sendResponseHeaders(200, 0);
		OutputStream out = exchange.getResponseBody();
		do {
			out.write(' ');
			out.flush();
		}
		while (!this.mended.await(1, TimeUnit.SECONDS));
	}

	@Override
	public void close() {
		mend();
		hangUp();
		this.client.close();
	}

}
