package io.selftimed.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser without screen: keeps cookies, follows nothing by itself.
 */
public final class PagesOverHttp implements AutoCloseable {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final HttpClient client;

	private final int port;

	public PagesOverHttp(int port) {
		this(HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), port);
	}

	private PagesOverHttp(HttpClient client, int port) {
		this.client = client;
		this.port = port;
	}

	/** The same browser at another replica. */
	PagesOverHttp at(int port) {
		return new PagesOverHttp(this.client, port);
	}

	public HttpResponse<String> get(String path) {
		return send(request(path).GET());
	}

	/** Gets a page with a header of one's own. */
	public HttpResponse<String> get(String path, String header, String value) {
		return send(request(path).header(header, value).GET());
	}

	/** Posts fields, given as name, value, name, value. */
	public HttpResponse<String> post(String path, String... fields) {
		StringBuilder body = new StringBuilder();
		for (int field = 0; field < fields.length; field += 2) {
			body.append((field > 0) ? "&" : "")
				.append(encoded(fields[field]))
				.append('=')
				.append(encoded(fields[field + 1]));
		}
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body.toString())));
	}

	/** Posts a form with a file. */
	public HttpResponse<String> upload(String path, String token, String field, byte[] file) {
		String head = "--limit\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
				+ "\r\n--limit\r\nContent-Disposition: form-data; name=\"" + field
				+ "\"; filename=\"roster.csv\"\r\nContent-Type: text/csv\r\n\r\n";
		byte[] begin = head.getBytes(StandardCharsets.UTF_8);
		byte[] end = "\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8);
		byte[] body = new byte[begin.length + file.length + end.length];
		System.arraycopy(begin, 0, body, 0, begin.length);
		System.arraycopy(file, 0, body, begin.length, file.length);
		System.arraycopy(end, 0, body, begin.length + file.length, end.length);
		return send(request(path).header("Content-Type", "multipart/form-data; boundary=limit")
			.POST(HttpRequest.BodyPublishers.ofByteArray(body)));
	}

	/** Signs in through the page, as an organizer would. */
	public HttpResponse<String> signIn(String username, String password) {
		String token = token(get("/login"));
		return post("/login", "username", username, "password", password, "_csrf", token);
	}

	/** The token in the form of a page. */
	public static String token(HttpResponse<String> page) {
		Matcher matcher = TOKEN.matcher(page.body());
		if (!matcher.find()) {
			throw new AssertionError("no token in " + page.body());
		}
		return matcher.group(1);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.header("Accept", "text/html,*/*;q=0.8");
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

}
