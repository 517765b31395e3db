package io.selftimed.sandbox;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.PostMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The simulator by itself, over real HTTP and without a database.
 */
@SpringBootTest(classes = { SimulatorAlone.class, SimulatorAloneTests.Neighbour.class },
		webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("simulator")
class SimulatorAloneTests {

	private static final String USER_RESULTS = "/sandbox/runsignup/rest/race/4900/results/user-results";

	private static final String GRANT = "/sandbox/runsignup/Profile/OAuth2/RequestGrant";

	@TempDir
	private static Path folder;

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry properties) {
		properties.add("selftimed.data-dir", folder::toString);
	}

	@Test
	void itNeedsNoDatabaseAndBringsNoClock(@Autowired ApplicationContext context) {
		assertThat(context.getBeanProvider(DataSource.class).stream()).isEmpty();
		assertThat(context.getBeanProvider(InstantSource.class).stream()).isEmpty();
	}

	@Test
	void aCallIsAnsweredAndTheConsoleShowsIt() throws Exception {
		HttpResponse<String> answer = post(USER_RESULTS + "?format=json&rsu_api_key=sandbox",
				"race_id=4900&event_id=49002&request_format=json&request="
						+ encoded("{\"virtual_results\":[{\"bib_num\":456,\"clock_time\":\"00:17:00.2\"}]}"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(answer.body()).contains("\"registration_id\":3211,\"bib_num\":456,");
		assertThat(get("/sandbox?registration_id=3211").body()).contains("17:00.2", "3211");
	}

	@Test
	void aBatchMayBeLongerThanAnyRunnersForm() throws Exception {
		String item = "{\"bib_num\":456,\"clock_time\":\"00:17:00.2\"}";
		HttpResponse<String> answer = post(USER_RESULTS + "?format=json&rsu_api_key=sandbox",
				"race_id=4900&event_id=49002&request_format=json&request="
						+ encoded("{\"virtual_results\":[" + (item + ",").repeat(2000) + item + "]}"));
		assertThat(answer.body()).startsWith("{\"virtual_results\"");
	}

	@Test
	void otherCallsAreAnsweredAsErrors() throws Exception {
		assertThat(get("/sandbox/runsignup/rest/races?format=json").body()).startsWith(error(1));
		assertThat(get(USER_RESULTS + "?format=json").body()).startsWith(error(2));
		assertThat(post(USER_RESULTS + "?format=json", "").body()).startsWith(error(6));
		assertThat(get("/sandbox/runsignup/elsewhere").body())
			.isEqualTo("<error><error_code>1</error_code><error_msg>Unknown method.</error_msg></error>");
		assertThat(get(USER_RESULTS).statusCode()).isEqualTo(200);
	}

	@Test
	void somebodyLetsAProgramInOrDoesNot() throws Exception {
		String asked = "response_type=code&client_id=sandbox&state=s%26t&redirect_uri="
				+ encoded("http://localhost:9/back?a=b") + "&code_challenge=" + "c".repeat(43)
				+ "&code_challenge_method=S256";
		HttpResponse<String> page = get(GRANT + "?" + asked);
		assertThat(page.body()).contains("This is the simulated RunSignup", ">Allow<", ">Refuse<",
				"http://localhost:9 asks", "value=\"s&amp;t\"");
		assertThat(page.headers().allValues("Content-Security-Policy")).singleElement()
			.asString()
			.contains("form-action 'self' http://localhost:9;");
		HttpResponse<String> allowed = post(GRANT, asked + "&answer=allow&race=");
		assertThat(allowed.statusCode()).isEqualTo(303);
		assertThat(allowed.headers().firstValue("Location").orElse(""))
			.matches("http://localhost:9/back\\?a=b&code=code\\.[0-9a-f]{32}&state=s%26t");
		assertThat(post(GRANT, asked + "&answer=refuse&race=4100").headers().firstValue("Location"))
			.hasValue("http://localhost:9/back?a=b&error=access_denied&state=s%26t");
	}

	@ParameterizedTest
	@CsvSource({ "response_type=code,response_type=token,response_type has to be",
			"client_id=sandbox,client_id=x,client_id has to be",
			"redirect_uri=http,redirect_uri=javascript,redirect_uri has to be", "S256,S512,43 to 128 letters",
			"code_challenge=cc,code_challenge=%20,43 to 128 letters" })
	void aProgramThatAsksWronglyIsSentNowhere(String right, String wrong, String sentence) throws Exception {
		String asked = ("response_type=code&client_id=sandbox&redirect_uri=http%3A%2F%2Flocalhost%2Fback&code_challenge="
				+ "c".repeat(43) + "&code_challenge_method=S256")
			.replace(right, wrong);
		HttpResponse<String> page = get(GRANT + "?" + asked);
		assertThat(page.statusCode()).isEqualTo(400);
		assertThat(page.body()).contains(sentence).doesNotContain(">Allow<");
		assertThat(post(GRANT, asked + "&answer=allow&race=").statusCode()).isEqualTo(400);
	}

	@Test
	void theConsoleIsAllThereIs() throws Exception {
		assertThat(get("/").headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).endsWith("/sandbox"));
		assertThat(get("/organizer").statusCode()).isEqualTo(404);
	}

	@Test
	void theConsoleCarriesTheHeaders() throws Exception {
		HttpResponse<String> console = get("/sandbox");
		assertThat(console.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(
				(policy) -> assertThat(policy).startsWith("default-src 'none'").contains("frame-ancestors 'none'"));
		assertThat(console.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
		assertThat(console.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(console.headers().firstValue("X-Frame-Options")).hasValue("DENY");
		assertThat(console.headers().allValues("Set-Cookie")).isEmpty();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static String error(int code) {
		return "{\"error\":{\"error_code\":" + code + ",\"error_msg\":";
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send(request(path).GET());
	}

	private HttpResponse<String> post(String path, String form) throws Exception {
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.header("X-RSU-API-SECRET", "sandbox");
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	/**
	 * A page whose address is found by its form, as the runners' check page is: looking
	 * for it reads forms.
	 */
	@Controller
	static class Neighbour {

		@PostMapping(path = "/neighbour/{page}", params = "change")
		String page() {
			return "page";
		}

	}

}
