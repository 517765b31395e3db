package io.selftimed.security;

import java.net.http.HttpResponse;
import java.util.List;
import java.time.InstantSource;

import io.selftimed.TestDatabase;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who gets in where, and with which headers and cookies, through a real server.
 */
@SpringBootTest(classes = DoorsTests.Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class DoorsTests {

	@LocalServerPort
	private int port;

	@Autowired
	private MockMvc mvc;

	private PagesOverHttp browser;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) {
		properties.add("spring.datasource.url", TestDatabase.H2::freshUrl);
	}

	@BeforeEach
	void openBrowser() {
		this.browser = new PagesOverHttp(this.port);
	}

	@AfterEach
	void closeBrowser() {
		this.browser.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/organizer", "/organizer/anything", "/logout" })
	void whoeverIsNotSignedInIsSentToTheSignInPage(String path) {
		HttpResponse<String> answer = this.browser.get(path);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(header(answer, "Location")).endsWith("/login");
	}

	@ParameterizedTest
	@CsvSource({ "ann@example.org,wrong", "nobody@example.org,secret", "'',''" })
	void wrongWordsLeadBackToTheSignInPage(String username, String password) {
		assertThat(header(this.browser.signIn(username, password), "Location")).endsWith("/login?error");
		assertThat(this.browser.get("/login?error").body()).contains("There is a problem").contains("role=\"alert\"");
	}

	@Test
	void aPasswordLongerThanAnyIsWrongAndNothingElse() {
		assertThat(header(this.browser.signIn("ann@example.org", "x".repeat(5000)), "Location"))
			.endsWith("/login?error");
	}

	@Test
	void whoSignsInFindsThePageTheyWanted() {
		this.browser.get("/organizer/anything");
		assertThat(header(this.browser.signIn("Ann@example.org", "secret"), "Location"))
			.contains("/organizer/anything");
		assertThat(this.browser.get("/organizer/anything").body()).isEqualTo("organizer 7");
		assertThat(header(this.browser.get("/login"), "Location")).endsWith("/organizer");
	}

	@Test
	void aSessionBeginsWithTheRightPasswordAndItsCookieIsShut() {
		assertThat(cookies(this.browser.get("/login"))).doesNotContain("session");
		assertThat(cookies(this.browser.get("/organizer/anything"))).doesNotContain("session");
		assertThat(cookies(this.browser.signIn("ann@example.org", "wrong"))).doesNotContain("session");
		HttpResponse<String> signedIn = this.browser.signIn("ann@example.org", "secret");
		assertThat(signedIn.headers().allValues("Set-Cookie"))
			.filteredOn((cookie) -> cookie.startsWith("selftimed-session="))
			.singleElement()
			.asString()
			.contains("HttpOnly")
			.contains("SameSite=Lax");
	}

	private static String cookies(HttpResponse<String> answer) {
		return String.join("\n", answer.headers().allValues("Set-Cookie"));
	}

	@Test
	void signingOutEndsTheSession() {
		this.browser.signIn("ann@example.org", "secret");
		String token = this.browser.get("/organizer/token").body();
		assertThat(header(this.browser.post("/logout", "_csrf", token), "Location")).endsWith("/login?left");
		assertThat(this.browser.get("/organizer/anything").statusCode()).isEqualTo(302);
	}

	@Test
	void yesterdaysSignInPageBeginsAgain() {
		HttpResponse<String> answer = this.browser.post("/login", "username", "ann@example.org", "password", "secret");
		assertThat(header(answer, "Location")).endsWith("/login?expired");
		assertThat(this.browser.get("/login?expired").body()).contains("Sign in again");
	}

	@Test
	void anOrganizersFormNeedsItsToken() {
		this.browser.signIn("ann@example.org", "secret");
		HttpResponse<String> answer = this.browser.post("/organizer/anything");
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("open for too long");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/events/harbor-5k", "/receipts/abc", "/css/organizer.css",
			"/webjars/bootstrap/css/bootstrap.min.css", "/actuator/health", "/livez", "/readyz" })
	void everybodySeesWhatRunnersNeedAndHasNoSession(String path) {
		HttpResponse<String> answer = this.browser.get(path);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/anything", "/actuator", "/actuator/env", "/sandbox", "/sandbox/runsignup/rest",
			"/events/harbor-5k/nothing", "/data/secret-key" })
	void everythingElseDoesNotExist(String path) {
		HttpResponse<String> answer = this.browser.get(path);
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("This page does not exist").contains("Go to the open events");
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
	}

	@Test
	void checkingAFormNeedsNoToken() {
		HttpResponse<String> answer = this.browser.post("/events/harbor-5k/check", "bib", "101");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("harbor-5k 101 expired=false");
	}

	@Test
	void theTokenOfTheCheckPageSends() {
		HttpResponse<String> check = this.browser.post("/events/harbor-5k/check", "bib", "101");
		assertThat(check.headers().allValues("Set-Cookie")).singleElement()
			.asString()
			.startsWith("selftimed-csrf=")
			.contains("Path=/", "HttpOnly", "SameSite=Lax")
			.doesNotContain("Secure");
		HttpResponse<String> sent = this.browser.post("/events/harbor-5k/submit", "bib", "101", "_csrf",
				PagesOverHttp.token(check));
		assertThat(sent.statusCode()).isEqualTo(200);
		assertThat(sent.body()).isEqualTo("accepted 101");
	}

	@Test
	void aFormSentWithoutATokenComesBackWithAFreshOne() {
		HttpResponse<String> again = this.browser.post("/events/harbor-5k/submit", "bib", "101");
		assertThat(again.statusCode()).isEqualTo(422);
		assertThat(again.body()).contains("harbor-5k 101 expired=true");
		assertPageHeaders(again);
		HttpResponse<String> sent = this.browser.post("/events/harbor-5k/submit", "bib", "101", "_csrf",
				PagesOverHttp.token(again));
		assertThat(sent.body()).isEqualTo("accepted 101");
	}

	@Test
	void aFormSentWithAWrongTokenComesBackToo() {
		this.browser.post("/events/harbor-5k/check", "bib", "101");
		HttpResponse<String> again = this.browser.post("/events/harbor-5k/submit", "bib", "101", "_csrf", "wrong");
		assertThat(again.statusCode()).isEqualTo(422);
		HttpResponse<String> sent = this.browser.post("/events/harbor-5k/submit", "bib", "101", "_csrf",
				PagesOverHttp.token(again));
		assertThat(sent.body()).isEqualTo("accepted 101");
	}

	@Test
	void withdrawingNeedsAToken() {
		HttpResponse<String> answer = this.browser.post("/receipts/abc/withdraw");
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("reload the page");
	}

	@Test
	void aFieldThatIsMissingIsARefusalAndNotASignIn() {
		HttpResponse<String> answer = this.browser.post("/events/harbor-5k/check");
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("That did not work");
	}

	@Test
	void aFormThatIsFarTooLongIsRefusedInPlainWords() {
		HttpResponse<String> answer = this.browser.post("/events/harbor-5k/submit", "note", "x".repeat(100_000));
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).contains("That did not work");
	}

	@Test
	void anIdleSessionEndsAfterTwoHours(@Autowired ServletContext servlets) {
		assertThat(servlets.getSessionTimeout()).isEqualTo(120);
	}

	@Test
	void whatBreaksSaysSoInPlainWords() {
		HttpResponse<String> answer = this.browser.get("/events/broken");
		assertThat(answer.statusCode()).isEqualTo(500);
		assertThat(answer.body()).contains("Something is wrong on our side").doesNotContain("secret detail", "java");
		assertPageHeaders(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/login", "/organizer", "/anything", "/events/x;y=z", "/css/organizer.css" })
	void everyAnswerCarriesTheHeaders(String path) {
		assertPageHeaders(this.browser.get(path));
	}

	@Test
	void receiptsAreNeitherKeptNorFoundNorTold() {
		for (String path : List.of("/receipts/abc", "/receipts/abc/nothing", "/%72eceipts/abc")) {
			HttpResponse<String> answer = this.browser.get(path);
			assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
			assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
			assertThat(header(answer, "X-Robots-Tag")).isEqualTo("noindex");
		}
	}

	@Test
	void overHttpsTheCookieStaysThereAndSoDoesTheBrowser() {
		MvcTestResult answer = MockMvcTester.create(this.mvc)
			.post()
			.uri("/events/harbor-5k/check")
			.param("bib", "101")
			.secure(true)
			.exchange();
		assertThat(answer).headers().hasValue("Strict-Transport-Security", "max-age=31536000");
		assertThat(answer.getResponse().getHeader("Set-Cookie")).contains("Secure");
	}

	@Test
	void pagesAreNotKeptButStyleSheetsAre() {
		assertThat(header(this.browser.get("/login"), "Cache-Control")).contains("no-store");
		assertThat(header(this.browser.get("/events/harbor-5k"), "Cache-Control")).as("Back leads to it")
			.isEqualTo("private, no-cache");
		assertThat(header(this.browser.get("/css/organizer.css"), "Cache-Control")).contains("max-age=")
			.doesNotContain("no-store", "max-age=0");
		assertThat(header(this.browser.get("/webjars/bootstrap/css/bootstrap.min.css"), "Cache-Control"))
			.contains("max-age=");
	}

	private static void assertPageHeaders(HttpResponse<String> answer) {
		assertThat(header(answer, "Content-Security-Policy"))
			.isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
					+ " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
		assertThat(header(answer, "Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
		assertThat(header(answer, "Permissions-Policy")).contains("camera=()", "microphone=()", "geolocation=()",
				"payment=()", "usb=()");
		assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
		assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
		assertThat(answer.headers().map()).doesNotContainKey("strict-transport-security");
	}

	private static String header(HttpResponse<String> answer, String name) {
		return answer.headers().firstValue(name).orElse("(none)");
	}

	/**
	 * Security and the shared pages, without the modules that use them.
	 */
	@EnableAutoConfiguration
	@ComponentScan(basePackages = { "io.selftimed.security", "io.selftimed.web" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = ".*Tests\\$(Application|Simulator)"))
	static class Application {

		Application(JdbcClient jdbc) {
			jdbc.sql("insert into organizer (id, email, password) values (7, 'ann@example.org', '{noop}secret')")
				.update();
		}

	}

	/**
	 * Stands for the runner's and organizer's pages.
	 */
	@RestController
	static class Pages {

		@Bean
		InstantSource time() {
			return InstantSource.system();
		}

		@GetMapping({ "/", "/anything", "/events/harbor-5k", "/receipts/abc" })
		String page() {
			return "page";
		}

		@GetMapping("/events/broken")
		String broken() {
			throw new IllegalStateException("secret detail");
		}

		@PostMapping("/events/{slug}/check")
		ResponseEntity<String> check(@PathVariable String slug, @RequestParam String bib, HttpServletRequest request,
				@RequestAttribute(name = "selftimed.tokenExpired", required = false) Boolean expired) {
			CsrfToken token = (CsrfToken) request.getAttribute("_csrf");
			String form = "<input name=\"%s\" value=\"%s\">".formatted(token.getParameterName(), token.getToken());
			return ResponseEntity.status((expired != null) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
				.body(slug + " " + bib + " expired=" + (expired != null) + form);
		}

		@PostMapping("/events/{slug}/submit")
		String submit(@RequestParam String bib) {
			return "accepted " + bib;
		}

		@GetMapping("/organizer/anything")
		String whoIsThere(@AuthenticationPrincipal OrganizerAccount account) {
			return account.toString();
		}

		@GetMapping("/organizer/token")
		String token(CsrfToken token) {
			return token.getToken();
		}

	}

}
