package io.selftimed.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A remote that receives every result and takes the same time for each call.
 */
final class SlowRemote implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Duration pace;

	private final HttpServer server;

	private final AtomicInteger results = new AtomicInteger();

	private final AtomicInteger calls = new AtomicInteger();

	private final AtomicLong first = new AtomicLong();

	private final AtomicLong last = new AtomicLong();

	SlowRemote(Duration pace) {
		this.pace = pace;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::receive);
		this.server.start();
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	int results() {
		return this.results.get();
	}

	int calls() {
		return this.calls.get();
	}

	/** From the first call that came to the last that was answered. */
	Duration took() {
		return Duration.ofNanos(this.last.get() - this.first.get());
	}

	/** A read that is not answered at all would shut its lane for half a minute. */
	private static void knowsNothing(HttpExchange exchange) throws IOException {
		byte[] answer = "{\"error\":{\"error_code\":4,\"error_msg\":\"Unknown error\"}}"
			.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, answer.length);
		exchange.getResponseBody().write(answer);
		exchange.close();
	}

	private void receive(HttpExchange exchange) throws IOException {
		if (exchange.getRequestMethod().equals("GET")) {
			knowsNothing(exchange);
			return;
		}
		this.first.compareAndSet(0, System.nanoTime());
		this.calls.incrementAndGet();
		String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		String document = URLDecoder.decode(form.substring(form.indexOf("&request=") + 9), StandardCharsets.UTF_8);
		ObjectNode answer = JSON.createObjectNode();
		ArrayNode items = answer.putArray("virtual_results");
		for (JsonNode item : JSON.readTree(document).path("virtual_results")) {
			items.addObject()
				.put("registration_id", item.path("registration_id").longValue())
				.put("results_received_ts", 1_586_571_360L);
		}
		pause();
		this.results.addAndGet(items.size());
		byte[] body = JSON.writeValueAsBytes(answer);
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
		this.last.set(System.nanoTime());
	}

	private void pause() {
		try {
			Thread.sleep(this.pace);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
