package io.selftimed.organizer;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.selftimed.TestDatabase;
import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages that set a race up, through a real server, rendered.
 */
@SpringBootTest(classes = OrganizerPagesTests.Application.class,
		webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SetupPagesTests {

	private static final String CREDENTIAL = "/organizer/races/4100/credential";

	private static final String OPENING = "/organizer/races/new";

	private static final String BACK = "/organizer/runsignup/connected?";

	@LocalServerPort
	private int port;

	private PagesOverHttp browser;

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) {
		properties.add("spring.datasource.url", TestDatabase.H2::freshUrl);
	}

	@BeforeEach
	void annSignsIn() {
		this.browser = new PagesOverHttp(this.port);
		this.browser.signIn("ann@example.org", "secret");
	}

	@AfterEach
	void closeBrowser() {
		this.browser.close();
		this.jdbc.sql("delete from credential where subject in (4100, 4900)").update();
		this.jdbc.sql("delete from connection_wish").update();
		this.jdbc.sql("delete from race_opening").update();
		this.jdbc.sql("delete from audit").update();
		this.jdbc.sql("delete from event where race_id = 4900").update();
		this.jdbc.sql("delete from organizer_role where race_id = 4900").update();
		this.jdbc.sql("delete from race where race_id = 4900").update();
		this.jdbc.sql("update organizer set administrator = false").update();
	}

	@Test
	void whoHasACredentialOfTheRaceOpensItAndItsEvents() {
		HttpResponse<String> opened = openRace("raceId", "4900", "kind", "api-v2", "key", "k", "secret", "good",
				"contact", "run@example.org");
		assertThat(opened.statusCode()).isEqualTo(303);
		assertThat(opened.headers().firstValue("Location")).hasValue("/organizer/races/4900/events/new");
		HttpResponse<String> proposals = this.browser.get("/organizer/races/4900/events/new");
		assertThat(proposals.body())
			.contains("The race is open here", "belongs to a race", "asks for elevation gain",
					"JSON Example (event 49001)", "value=\"json-example\"", "2026-07-01T06:00")
			.doesNotContain("On the Road", "??");
		HttpResponse<String> open = post("/organizer/races/4900/events/new", proposals, "row", "49001", "chosen",
				"49001", "eventId-49001", "49001", "name-49001", "JSON Example", "slug-49001", "json-example",
				"distance-49001", "5K", "opens-49001", "2026-07-01T06:00", "closes-49001", "2026-09-01T06:00");
		assertThat(open.headers().firstValue("Location")).hasValue("/organizer/races/4900");
		assertThat(this.browser.get("/organizer/races/4900").body())
			.contains("JSON Example", "takes results until Sep 1, 2026", "A credential is kept here:", "API v2 key")
			.doesNotContain("good", "??");
	}

	@Test
	void aCredentialThatDoesNotReachTheRaceOpensNothing() {
		HttpResponse<String> refused = openRace("raceId", "4900", "kind", "api-v2", "key", "k", "secret", "stolen",
				"contact", "run@example.org");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body())
			.contains("does not let this credential in", "&lt;i&gt;Key", "value=\"4900\"", "never shown again")
			.doesNotContain("stolen", "??");
		assertThat(this.browser.get("/organizer/races/4900").statusCode()).isEqualTo(404);
	}

	@Test
	void onlyAnAdministratorOpensARaceWithoutACredential() {
		assertThat(openRace("raceId", "4900", "contact", "run@example.org").statusCode()).isEqualTo(422);
		this.jdbc.sql("update organizer set administrator = true where id = 7").update();
		assertThat(openRace("raceId", "4900", "contact", "run@example.org").statusCode()).isEqualTo(303);
		assertThat(this.browser.get("/organizer/races/4900/events/new").body()).as("how far the default reaches")
			.contains("belongs to a race")
			.doesNotContain("??");
		HttpResponse<String> unknown = openRace("raceId", "77", "contact", "run@example.org");
		assertThat(unknown.body()).contains("RunSignup told none", "Enter a time zone");
	}

	@Test
	void aRaceKeepsACredentialThatWorksAndForgetsIt() {
		String page = "/organizer/races/4100/credential";
		assertThat(post(page, this.browser.get(page), "version", "0", "kind", "api-key", "key", "k", "secret", "bad")
			.body()).contains("does not let this credential in").doesNotContain("value=\"bad\"");
		post(page, this.browser.get(page), "version", "0", "kind", "api-key", "key", "k", "secret", "good");
		HttpResponse<String> kept = this.browser.get(page);
		assertThat(kept.body()).contains("Kept.", "A credential is kept here:").doesNotContain("good");
		HttpResponse<String> asks = this.browser.get(page + "/remove");
		assertThat(asks.body())
			.contains("Remove the credential?", "never shown again", "wait here until a credential", "Keep it")
			.doesNotContain("??");
		assertThat(this.browser.get(page).body()).as("nothing is removed by being asked")
			.contains("A credential is kept here:");
		assertThat(post(page + "/remove", kept, "version", "9").statusCode()).isEqualTo(303);
		assertThat(this.browser.get(page).body()).contains("was faster");
		post(page + "/remove", kept, "version", "1");
		assertThat(this.browser.get(page).body()).contains("No credential is kept here");
		assertThat(location(this.browser.get(page + "/remove"))).as("there is none").endsWith(page);
		post(page + "/test", this.browser.get(page));
		assertThat(this.jdbc.sql("select about from audit where what = 'credential-tested'").query(String.class).list())
			.containsExactly("race:4100 came:works-of");
		this.jdbc.sql("delete from audit where what = 'credential-tested'").update();
		assertThat(this.jdbc.sql("select what from audit where what like 'credential-%' order by id")
			.query(String.class)
			.list()).containsExactly("credential-entered", "credential-removed");
	}

	@Test
	void anOwnerConnectsTheRaceByGoingToRunSignupAndBack() {
		HttpResponse<String> out = this.browser.get(CREDENTIAL + "/connect");
		assertThat(out.statusCode()).isEqualTo(303);
		assertThat(location(out)).matches("https://runsignup\\.com/Profile/OAuth2/RequestGrant\\?response_type=code"
				+ "&client_id=client&redirect_uri=http%3A%2F%2F127\\.0\\.0\\.1%3A" + this.port
				+ "%2Forganizer%2Frunsignup%2Fconnected&scope=rsu_api_read%20rsu_api_write&state=[\\w-]{43}"
				+ "&code_challenge=[\\w-]{43}&code_challenge_method=S256");
		assertThat(back(out, "&code=good")).contains("Connected.", "lets this credential in", "OAuth 2.0")
			.doesNotContain("??", ">good<");
		assertThat(this.browser.get(BACK + state(out) + "&code=good").body()).contains("Not connected",
				"was used already");
		assertThat(this.jdbc.sql("select what from audit where what = 'credential-connected'").query().listOfRows())
			.hasSize(1);
		assertThat(this.jdbc.sql("select id from connection_wish").query().listOfRows()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "&error=access_denied|Selftimed was refused at RunSignup",
					"&error=x&code=good|without a permission", "&code=|without a permission",
					"&code=bad|did not take the permission", "&code=away|HTTP status 522 without tokens",
					"&code=stranger|does not look after this race" })
	void whateverGoesWrongIsSaidAndLeavesTheCredentialAsItWas(String answer, String sentence) {
		annEntersAKey();
		assertThat(back(this.browser.get(CREDENTIAL + "/connect"), answer))
			.contains("Nothing was changed", sentence, "<strong>API key</strong>")
			.doesNotContain("??");
	}

	@Test
	void whatRunSignupDoesNotSayAtOnceIsLookedAtAgain() {
		assertThat(back(this.browser.get(CREDENTIAL + "/connect"), "&code=slow"))
			.contains("Nothing is changed yet", "Look again", "No credential is kept here")
			.doesNotContain("??");
		HttpResponse<String> page = this.browser.get(CREDENTIAL);
		post(CREDENTIAL + "/look-again", page);
		assertThat(this.browser.get(CREDENTIAL).body()).contains("Connected.", "OAuth 2.0")
			.doesNotContain("Look again");
		post(CREDENTIAL + "/look-again", page);
		assertThat(this.browser.get(CREDENTIAL).body()).contains("nothing to look at any more");
	}

	@Test
	void theWayBackIsOfTheSessionThatWentOutAndOfItsRace() {
		HttpResponse<String> out = this.browser.get(CREDENTIAL + "/connect");
		try (PagesOverHttp other = new PagesOverHttp(this.port)) {
			other.signIn("ann@example.org", "secret");
			assertThat(other.get(BACK + state(out) + "&code=good").body()).contains("Not connected");
			assertThat(location(other.get(CREDENTIAL + "/connected?" + state(out) + "&code=good")))
				.endsWith(CREDENTIAL);
			assertThat(other.get(CREDENTIAL).body()).contains("began in another browser");
		}
		assertThat(this.browser.get(BACK + "state=&code=good").body()).contains("Not connected").doesNotContain("??");
	}

	@Test
	void aCredentialThatSomebodyEnteredMeanwhileStays() {
		HttpResponse<String> out = this.browser.get(CREDENTIAL + "/connect");
		annEntersAKey();
		assertThat(back(out, "&code=good")).contains("was faster", "<strong>API key</strong>");
	}

	@Test
	void anAdministratorConnectsTheDefault() {
		this.jdbc.sql("update organizer set administrator = true where id = 7").update();
		HttpResponse<String> out = this.browser.get("/organizer/installation/credential/connect");
		assertThat(back(out, "&code=good")).contains("Connected.", "Default credential", "OAuth 2.0");
		this.jdbc.sql("delete from credential where subject = 0").update();
	}

	private void annEntersAKey() {
		post(CREDENTIAL, this.browser.get(CREDENTIAL), "version", "0", "kind", "api-key", "key", "k", "secret", "good");
		assertThat(this.browser.get(CREDENTIAL).body()).contains("Kept.");
	}

	private static String state(HttpResponse<String> out) {
		return location(out).replaceFirst(".*&(state=[^&]+).*", "$1");
	}

	/** Comes back with an answer, and reads the page that it leads to. */
	private String back(HttpResponse<String> out, String answer) {
		HttpResponse<String> on = this.browser.get(BACK + state(out) + answer);
		HttpResponse<String> done = this.browser.get(location(on));
		return this.browser.get(location(done)).body();
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("(none)");
	}

	@Test
	void whoHasNoKeyOpensTheirRaceByGoingToRunSignupAndBack() {
		HttpResponse<String> blank = this.browser.get(OPENING);
		assertThat(blank.body()).contains("value=\"connect\" checked=\"checked\"").doesNotContain("??");
		String asked = leaves();
		assertThat(this.browser.get(asked).body()).contains("Connect race 4900 at RunSignup", "/connect/go?opening=")
			.doesNotContain("??");
		HttpResponse<String> out = goes(asked);
		assertThat(location(out)).matches("https://runsignup\\.com/Profile/OAuth2/RequestGrant\\?.*&state=[\\w-]{43}"
				+ "&code_challenge=[\\w-]{43}&code_challenge_method=S256");
		String page = back(out, "&code=good");
		assertThat(page)
			.contains("The race is not open yet", "belongs to a race", "1 virtual event", "<li>JSON Example</li>",
					"value=\"4900\"", "value=\"run@example.org\"", "value=\"Moonlight\"", "forgotten an hour")
			.doesNotContain("??", "id=\"secret\"");
		assertThat(this.browser.get(OPENING).body()).contains("id=\"secret\"");
		assertThat(opens(asked).headers().firstValue("Location")).hasValue("/organizer/races/4900/events/new");
		assertThat(this.browser.get("/organizer/races/4900/events/new").body()).contains("The race is open here",
				"belongs to a race", "RunSignup refuses results without it");
		assertThat(this.browser.get("/organizer/races/4900/credential").body()).contains("<strong>OAuth 2.0</strong>")
			.doesNotContain("Look again");
		assertThat(this.jdbc.sql("select name from race where race_id = 4900").query(String.class).single())
			.isEqualTo("Moonlight");
		assertThat(rows("connection_wish") + rows("race_opening")).isZero();
		assertThat(this.jdbc.sql("select what from audit where about = 'race:4900' order by id")
			.query(String.class)
			.list()).containsExactly("race-connected", "race-created", "credential-connected");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "&error=access_denied|Selftimed was refused at RunSignup", "&code=|without a permission",
					"&code=bad|did not take the permission", "&code=away|HTTP status 522 without tokens",
					"&code=stranger|does not look after this race", "&code=early|shows no event of this race yet" })
	void whateverGoesWrongIsSaidWhereTheRaceIsOpenedAndKeepsWhatWasTyped(String answer, String sentence) {
		String asked = leaves();
		assertThat(back(goes(asked), answer))
			.contains("There is a problem", "href=\"#kind\"", sentence, "value=\"4900\"", "value=\"run@example.org\"",
					"value=\"Moonlight\"", "value=\"connect\" checked=\"checked\"")
			.doesNotContain("??");
		assertThat(rows("connection_wish")).isZero();
		assertThat(location(opens(asked))).endsWith(asked);
		assertThat(this.browser.get("/organizer/races/4900").statusCode()).isEqualTo(404);
	}

	@Test
	void anAdministratorConnectsARaceThatShowsNoEventYet() {
		this.jdbc.sql("update organizer set administrator = true where id = 7").update();
		assertThat(this.browser.get(OPENING).body()).contains("value=\"api-v2\" checked=\"checked\"");
		String asked = leaves();
		assertThat(back(goes(asked), "&code=early")).contains("The race is not open yet", "no virtual event");
		assertThat(location(opens(asked))).endsWith("/organizer/races/4900/events/new");
	}

	@Test
	void whatWasBroughtToOpenARaceIsOfOneReturnAndOneAccount() {
		String asked = leaves();
		HttpResponse<String> out = goes(asked);
		try (PagesOverHttp bob = new PagesOverHttp(this.port)) {
			bob.signIn("bob@example.org", "secret");
			assertThat(bob.get(BACK + state(out) + "&code=good").body()).contains("Not connected")
				.doesNotContain("4900");
			assertThat(location(bob.get(asked))).endsWith(OPENING);
			assertThat(location(bob.get(asked.replace("?", "/go?")))).endsWith(OPENING);
			assertThat(back(out, "&code=good")).contains("The race is not open yet");
			HttpResponse<String> form = bob.get(asked.replace("/connect", ""));
			assertThat(form.body()).doesNotContain("value=\"4900\"", "Moonlight");
			HttpResponse<String> taken = bob.post(OPENING, "raceId", "4900", "kind", "connect", "contact", "x",
					"opening", asked.replaceFirst(".*=", ""), "_csrf", PagesOverHttp.token(form));
			assertThat(location(taken)).contains("/connect?opening=").doesNotEndWith(asked);
		}
		assertThat(this.browser.get(BACK + state(out) + "&code=good").body()).contains("Not connected",
				"Go on opening race 4900");
		HttpResponse<String> again = this.browser.get(OPENING + "/connected?" + state(out) + "&code=good");
		assertThat(this.browser.get(location(again)).body()).contains("was used already", "value=\"Moonlight\"");
		assertThat(location(opens(asked))).endsWith("/organizer/races/4900/events/new");
	}

	@Test
	void theWayBackToAnOpeningIsNoWayIntoACredential() {
		HttpResponse<String> out = goes(location(openRace("raceId", "4100", "kind", "connect", "contact", "x"))
			.replaceFirst("^https?://[^/]+", ""));
		this.browser.get(CREDENTIAL + "/connected?" + state(out) + "&code=good");
		assertThat(this.browser.get(CREDENTIAL).body()).contains("began in another browser",
				"No credential is kept here");
	}

	@Test
	void whatRunSignupDoesNotSayAtOnceIsLookedAtWhenTheRaceIsOpened() {
		String asked = leaves();
		assertThat(back(goes(asked), "&code=slow")).contains("did not say yet what that reaches", "forgotten an hour")
			.doesNotContain("??");
		assertThat(location(opens(asked))).endsWith("/organizer/races/4900/events/new");
	}

	@Test
	void whatWasBroughtIsForgottenForAKey() {
		String asked = leaves();
		back(goes(asked), "&code=good");
		assertThat(post(OPENING, this.browser.get(OPENING), "forget", "yes", "raceId", "4900", "contact", "me", "kind",
				"connect", "opening", asked.replaceFirst(".*=", ""))
			.body()).contains("Forgotten here", "id=\"secret\"", "value=\"4900\"", "value=\"me\"").doesNotContain("??");
		assertThat(rows("connection_wish")).isZero();
	}

	@Test
	void nobodyIsSentToRunSignupWithAFormThatCannotBeTakenAfterwards() {
		HttpResponse<String> refused = openRace("raceId", "x", "kind", "connect", "contact", "", "zone", "Mars");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("in digits, such as 4900", "Enter an e-mail address or a phone number",
				"Enter a time zone", "value=\"connect\" checked=\"checked\"");
		assertThat(rows("race_opening")).isZero();
	}

	/**
	 * Fills the form and chooses to connect; comes to the page from which a link leads
	 * out.
	 */
	private String leaves() {
		return location(
				openRace("raceId", "4900", "kind", "connect", "contact", "run@example.org", "name", "Moonlight"))
			.replaceFirst("^https?://[^/]+", "");
	}

	private HttpResponse<String> goes(String asked) {
		return this.browser.get(asked.replace("?", "/go?"));
	}

	private HttpResponse<String> opens(String asked) {
		return openRace("raceId", "4900", "kind", "connect", "contact", "run@example.org", "name", "Moonlight",
				"opening", asked.replaceFirst(".*=", ""));
	}

	private int rows(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Integer.class).single();
	}

	@Test
	void beforeTheDefaultIsRemovedItSaysWhichRacesStop() {
		String page = "/organizer/installation/credential";
		this.jdbc.sql("update organizer set administrator = true where id = 7").update();
		post(page, this.browser.get(page), "version", "0", "kind", "api-key", "key", "k", "secret", "good");
		annEntersAKey();
		assertThat(this.browser.get(CREDENTIAL + "/remove").body()).contains("by the installation’s default credential")
			.doesNotContain("??", "Hill Run");
		assertThat(this.browser.get(page + "/remove").body())
			.contains("These races stop delivering:", "<li>Hill Run</li>")
			.doesNotContain("??", "<li>Harbor Lights</li>");
		this.jdbc.sql("delete from credential where subject = 0").update();
	}

	@Test
	void theRacePageWarnsOfAWindowAndOfAReviewThatEndAfterRunSignups() {
		String page = "/organizer/races/4100";
		assertThat(this.browser.get(page).body()).contains("RunSignup is being asked until when");
		remoteEnd(Harbor.NOON.plus(Duration.ofDays(29)), "none");
		assertThat(this.browser.get(page).body()).contains("What comes after that has to be entered there by hand")
			.doesNotContain("??", "RunSignup is being asked");
		remoteEnd(Harbor.NOON.plus(Duration.ofDays(30)), "all");
		assertThat(this.browser.get(page).body()).contains("What waits for review has to be decided before")
			.doesNotContain("??");
		remoteEnd(Harbor.NOON.plus(Duration.ofDays(31)), "all");
		assertThat(this.browser.get(page).body()).doesNotContain("RunSignup takes results until");
		this.jdbc.sql("update event set remote_accepts_until = null, remote_asked_at = null, review = 'none'").update();
	}

	private void remoteEnd(Instant end, String review) {
		this.jdbc
			.sql("update event set remote_accepts_until = :end, remote_asked_at = :end, review = :review"
					+ " where race_id = 4100")
			.param("end", end.atOffset(ZoneOffset.UTC))
			.param("review", review)
			.update();
	}

	@Test
	void theDefaultCredentialIsForAdministrators() {
		assertThat(this.browser.get("/organizer/installation/credential").statusCode()).isEqualTo(403);
		this.jdbc.sql("update organizer set administrator = true where id = 7").update();
		assertThat(this.browser.get("/organizer/installation/credential").body()).contains("Default credential")
			.doesNotContain("??");
	}

	@Test
	void anAdministratorMakesABackup() {
		this.jdbc.sql("update organizer set administrator = true where id = 7").update();
		String page = "/organizer/installation/backups";
		HttpResponse<String> before = this.browser.get(page);
		assertThat(before.body())
			.contains("when the newest is 24 hours old", "There is no backup yet",
					"Stop Selftimed. Move selftimed.mv.db")
			.doesNotContain("There is no room", "??");
		assertThat(post(page, before).headers().firstValue("Location")).hasValue(page);
		assertThat(this.browser.get(page).body()).contains("A backup was made.");
		assertThat(this.jdbc.sql("select about from audit where what = 'backup-made'").query(String.class).list())
			.containsExactly("backup:selftimed-20260502T060000Z.zip");
	}

	@Test
	void anOwnerChangesWhatTheRaceSays() {
		String page = "/organizer/races/4100/settings";
		HttpResponse<String> form = this.browser.get(page);
		assertThat(post(page, form, "version", "0", "name", "", "zone", "Mars/Olympus", "contact", "x").body())
			.contains("Enter a name", "Enter a time zone", "Mars/Olympus");
		assertThat(post(page, form, "version", "7", "name", "H", "zone", "Europe/Berlin", "contact", "x").body())
			.contains("was faster");
		assertThat(this.browser.get("/organizer/races/4200/settings").statusCode()).isEqualTo(404);
	}

	@Test
	void theRulesSayWhatAChangeMeansBeforeItIsMade() {
		String page = "/organizer/events/harbor-5k/rules";
		HttpResponse<String> form = this.browser.get(page);
		assertThat(form.body()).contains("Rules of Harbor 5K", "What runners see", "inert", "data-preview=")
			.doesNotContain("??");
		HttpResponse<String> asked = post(page, form, rules("version", "0", "elevation", "OPTIONAL", "tallyLabel",
				"miles", "fastest", "25:00", "identity", "BIB_ONLY"));
		assertThat(asked.statusCode()).isEqualTo(200);
		assertThat(asked.body())
			.contains("1 result that counts now breaks", "Knowing runners by the bib alone", "value=\"25:00\"")
			.doesNotContain("??");
		HttpResponse<String> saved = post(page, asked, rules("version", "0", "elevation", "OPTIONAL", "tallyLabel",
				"miles", "fastest", "25:00", "notes", "<b>Hat</b>", "confirmed", "true"));
		assertThat(saved.statusCode()).isEqualTo(303);
		assertThat(this.browser.get(page).body()).contains("Saved.", "&lt;b&gt;Hat&lt;/b&gt;");
		HttpResponse<String> late = post(page, form, rules("version", "0", "tallyLabel", "laps"));
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("ann@example.org changed these rules", "25:00", "value=\"laps\"",
				"name=\"version\" value=\"1\"");
		this.jdbc.sql("update event set version = 0, tally_label = null, fastest_time_ms = null, notes = null")
			.update();
	}

	@Test
	void anEventNamesWhomItsRunnersAskOrTheRaceDoes() {
		String page = "/organizer/events/harbor-5k/rules";
		HttpResponse<String> form = this.browser.get(page);
		assertThat(form.body()).contains("Blank: the race’s, race@example.org.", "Questions? Ask race@example.org.");
		assertThat(post(page + "/preview", form, rules("contact", "5k@example.org")).body())
			.contains("Questions? Ask 5k@example.org.");
		HttpResponse<String> long201 = post(page, form, rules("version", "0", "contact", "y".repeat(201)));
		assertThat(long201.statusCode()).isEqualTo(422);
		assertThat(long201.body()).contains("href=\"#contact\"", "up to 200 characters", "y".repeat(201));
		assertThat(post(page, form, rules("version", "0", "contact", " 5k@example.org ")).statusCode()).isEqualTo(303);
		assertThat(this.browser.get(page).body()).contains("value=\"5k@example.org\"", "Ask 5k@example.org.",
				"Blank: the race’s, race@example.org.");
		assertThat(post(page + "/preview", form, rules("contact", "")).body()).contains("Ask race@example.org.");
		HttpResponse<String> late = post(page, form, rules("version", "0", "contact", "other@example.org"));
		assertThat(late.body()).contains("Whom runners of this event ask", "<strong>5k@example.org</strong>",
				"value=\"other@example.org\"");
		assertThat(post(page, form, rules("version", "1", "contact", " ")).statusCode()).isEqualTo(303);
		assertThat(this.browser.get(page).body()).contains("Ask race@example.org.").doesNotContain("5k@example.org");
		this.jdbc.sql("update event set version = 0").update();
	}

	@Test
	void rulesThatCannotBeReadComeBackAsTyped() {
		String page = "/organizer/events/harbor-5k/rules";
		HttpResponse<String> refused = post(page, this.browser.get(page),
				rules("version", "0", "closes", "soon", "fastest", "quick", "zone", "Mars"));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("There is a problem", "value=\"quick\"", "value=\"Mars\"",
				"Enter until when results are taken");
		assertThat(post(page, refused, rules("version", "0", "sets", "true")).body()).contains("Finishers (51001)");
		assertThat(post(page, refused, rules("version", "0", "show", "true", "name", "Moonlight")).body())
			.contains("Your result: Moonlight");
		assertThat(post(page + "/preview", refused, rules("name", "Moonlight")).body())
			.contains("id=\"runners-form\"", "Moonlight")
			.doesNotContain("<main");
	}

	@Test
	void aViewerReadsTheRulesAndChangesNothing() {
		this.jdbc.sql("update organizer_role set role = 'viewer' where organizer_id = 7").update();
		String page = "/organizer/events/harbor-5k/rules";
		HttpResponse<String> read = this.browser.get(page);
		assertThat(read.body()).contains("disabled", "Only owners").doesNotContain(">Save<");
		assertThat(post(page, read, rules("version", "0")).statusCode()).isEqualTo(403);
		this.jdbc.sql("update organizer_role set role = 'owner' where organizer_id = 7").update();
	}

	/** The rules as they stand, with some boxes filled otherwise. */
	private static String[] rules(String... others) {
		Map<String, String> fields = new LinkedHashMap<>(
				Map.of("name", "Harbor 5K", "zone", "America/New_York", "opens", "2026-07-02T12:00", "closes",
						"2026-08-31T12:00", "outcomes", "FINISHED,DNF,DNS", "elevation", "OPTIONAL", "identity",
						"LAST_NAME", "strangerCorrection", "ACCEPT", "review", "NONE", "withdrawalOutcome", "DNS"));
		for (int field = 0; field < others.length; field += 2) {
			fields.put(others[field], others[field + 1]);
		}
		return fields.entrySet()
			.stream()
			.flatMap((field) -> Stream.of(field.getKey(), field.getValue()))
			.toArray(String[]::new);
	}

	private HttpResponse<String> openRace(String... fields) {
		return post("/organizer/races/new", this.browser.get("/organizer/races/new"), fields);
	}

	private HttpResponse<String> post(String path, HttpResponse<String> from, String... fields) {
		String[] all = Arrays.copyOf(fields, fields.length + 2);
		all[fields.length] = "_csrf";
		all[fields.length + 1] = PagesOverHttp.token(from);
		return this.browser.post(path, all);
	}

}
