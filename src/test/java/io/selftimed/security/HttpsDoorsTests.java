package io.selftimed.security;

import java.net.http.HttpResponse;

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

}
