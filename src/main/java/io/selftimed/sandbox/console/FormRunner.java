package io.selftimed.sandbox.console;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.selftimed.sandbox.api.HarborRunners;

import org.springframework.web.util.HtmlUtils;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A runner at the form of an event, over HTTP like anybody: the form, the check page, the
 * send button.
 */
final class FormRunner {

	private static final Pattern HIDDEN = Pattern
		.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

	private static final int SEE_OTHER = 303;

	private static final int OK = 200;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(10))
		.build();

	private final Supplier<URI> event;

	/**
	 * A runner.
	 * @param event the address of the event's form, asked for at each use
	 */
	FormRunner(Supplier<URI> event) {
		this.event = event;
	}

	/**
	 * Sends a result.
	 * @param bib whose
	 * @param correction how many results were sent before
	 * @return whether there is a receipt
	 */
	boolean send(long bib, int correction) {
		try {
			return get("?bib=" + bib).statusCode() == OK && submit(typed(bib, correction));
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private boolean submit(Map<String, String> typed) throws IOException, InterruptedException {
		HttpResponse<String> check = post("/check", typed, "");
		if (check.statusCode() != OK) {
			return false;
		}
		Map<String, String> hidden = new LinkedHashMap<>();
		HIDDEN.matcher(check.body())
			.results()
			.forEach((field) -> hidden.put(field.group(1), HtmlUtils.htmlUnescape(field.group(2))));
		return post("/submit", hidden, cookies(check)).statusCode() == SEE_OTHER;
	}

	private static Map<String, String> typed(long bib, int correction) {
		long seconds = 17 * 60 + bib * 7919 % (23 * 60) + correction;
		return Map.of("bib", String.valueOf(bib), "lastName", HarborRunners.lastName(bib), "outcome", "FINISHED",
				"minutes", String.valueOf(seconds / 60), "seconds", String.valueOf(seconds % 60), "elevationUnit", "m");
	}

	private HttpResponse<String> get(String query) throws IOException, InterruptedException {
		return answer(request(query).GET());
	}

	private HttpResponse<String> post(String path, Map<String, String> fields, String cookies)
			throws IOException, InterruptedException {
		String form = fields.entrySet()
			.stream()
			.map((field) -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
		HttpRequest.Builder request = request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form));
		return answer(cookies.isEmpty() ? request : request.header("Cookie", cookies));
	}

	private static String cookies(HttpResponse<String> page) {
		List<String> cookies = page.headers().allValues("Set-Cookie");
		return cookies.stream().map((cookie) -> cookie.split(";", 2)[0]).collect(Collectors.joining("; "));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.event.get() + path))
			.timeout(Duration.ofSeconds(30))
			.header("Accept", "text/html");
	}

	private HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, UTF_8);
	}

}
