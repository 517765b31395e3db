package io.selftimed.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The knobs of a simulator that runs by itself, turned as a script would.
 */
final class Knobs implements AutoCloseable {

	/**
	 * What leaves RunSignup able to take every result in the end, with how long it takes.
	 */
	private static final List<String> TROUBLE = List.of("slow&seconds=1", "hang&seconds=2", "drip&seconds=2", "reset",
			"applied-then-reset", "applied-then-silence&seconds=2", "applied-late&seconds=4",
			"too-many-requests&seconds=1", "code-4", "code-5", "bad-gateway", "connection-timed-out", "timeout",
			"empty", "garbage", "redirect", "cut-short", "wrong-content-type", "partial", "wrong-item",
			"answered-twice", "numbers-as-strings", "unknown-fields", "bad-item-dropped");

	private static final Pattern MOST_AT_ONCE = Pattern.compile("at once, at most</dt>\\s*<dd>(\\d+)</dd>");

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI console;

	Knobs(RunningJar simulator) {
		this(simulator.address());
	}

	/** Of a simulator somewhere else. */
	Knobs(URI simulator) {
		this.console = simulator.resolve("/sandbox");
	}

	/** The next call meets one trouble or another. */
	void anyTrouble(Random dice) {
		post("/faults", "fault=" + TROUBLE.get(dice.nextInt(TROUBLE.size())));
	}

	void noMoreTrouble() {
		post("/faults/clear", "");
	}

	/** Every next call takes so long. */
	void everyCallTakes(double seconds) {
		post("/faults", "fault=slow&share=100&seconds=" + seconds);
	}

	/** The most calls that were ever there at once. */
	int mostCallsAtOnce() {
		Matcher most = MOST_AT_ONCE.matcher(send(HttpRequest.newBuilder(this.console).build()));
		if (!most.find()) {
			throw new AssertionError("the console does not tell the most calls at once");
		}
		return Integer.parseInt(most.group(1));
	}

	private void post(String path, String form) {
		send(HttpRequest.newBuilder(URI.create(this.console + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build());
	}

	private String send(HttpRequest request) {
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofString()).body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	@Override
	public void close() {
		this.http.close();
	}

}
