package io.selftimed.security;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import io.selftimed.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runners come by https to a proxy that speaks http to us: cookies travel by https only,
 * and no redirect leads out of it.
 */
@SpringBootTest(classes = DoorsTests.Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "selftimed.public-url=https://results.example.org")
class HttpsDoorsTests {

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) {
		properties.add("spring.datasource.url", TestDatabase.H2::freshUrl);
	}

	@Test
	void cookiesAreSecureAndRedirectsStayWhereTheBrowserIs() {
		try (PagesOverHttp browser = new PagesOverHttp(this.port)) {
			HttpResponse<String> page = browser.get("/login");
			assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty()
				.allSatisfy((cookie) -> assertThat(cookie).contains("Secure"));
			assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
			HttpResponse<String> toSignIn = browser.get("/organizer/anything");
			assertThat(toSignIn.headers().firstValue("Location")).hasValue("/login");
			assertThat(toSignIn.headers().allValues("Set-Cookie"))
				.allSatisfy((cookie) -> assertThat(cookie).contains("Secure"));
		}
	}

	@Test
	void aSignInStaysWithHttps() throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> page = client.send(request("/login").GET().build(), BodyHandlers.ofString());
			String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
			String form = "username=ann%40example.org&password=secret&_csrf="
					+ URLEncoder.encode(PagesOverHttp.token(page), StandardCharsets.UTF_8);
			HttpResponse<String> signedIn = client.send(request("/login").header("Cookie", cookie)
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(form))
				.build(), BodyHandlers.ofString());
			assertThat(signedIn.headers().allValues("Set-Cookie"))
				.filteredOn((set) -> set.startsWith("selftimed-session="))
				.singleElement()
				.asString()
				.contains("Secure", "HttpOnly", "SameSite=Lax");
		}
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
	}

}
