package io.selftimed.organizer;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

import io.selftimed.TestDatabase;
import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The roster's pages, through a real server, rendered.
 */
@SpringBootTest(classes = OrganizerPagesTests.Application.class,
		webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RosterPagesTests {

	private static final String ROSTER = "/organizer/events/harbor-half/roster";

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
		this.jdbc.sql("alter table participant alter column id restart with 1000000").update();
	}

	@AfterEach
	void closeBrowser() {
		OtherModules.FULL.set(false);
		this.browser.close();
		this.jdbc.sql("delete from roster_import").update();
		this.jdbc.sql("delete from roster_fetch").update();
		this.jdbc.sql("delete from participant where event_id = 41002").update();
	}

	@Test
	void anEmptyRosterSaysWhereOneComesFrom() {
		assertThat(this.browser.get(ROSTER).body())
			.contains("Nobody is on this roster yet", "Fetch from RunSignup now", "Bring a file")
			.doesNotContain("??");
		assertThat(post(ROSTER + "/fetch").statusCode()).isEqualTo(303);
		assertThat(this.browser.get(ROSTER).body()).contains("Being fetched from RunSignup")
			.doesNotContain("Fetch from RunSignup now");
		post(ROSTER + "/schedule", "on", "true");
		assertThat(this.browser.get(ROSTER).body()).contains("Stop fetching by itself");
	}

	@Test
	void aFileIsLookedAtBeforeItIsTaken() {
		HttpResponse<String> preview = brings(
				"Bib;Last name;First name;Born;E-mail\n1;Marsh;Ann;1990-04-12;a@b.org\n;Reyes;Bo;;");
		assertThat(preview.body())
			.contains("2 lines: 2 new, 0 changed, 0 as they are.", "1 line has no bib.", "Take all 2 lines", "Marsh")
			.doesNotContain("??");
		assertThat(
				this.jdbc.sql("select count(*) from participant where event_id = 41002").query(Integer.class).single())
			.isZero();
		HttpResponse<String> taken = post(preview.uri().getPath() + "/take");
		assertThat(taken.headers().firstValue("Location")).hasValue(ROSTER);
		assertThat(this.browser.get(ROSTER).body()).contains("2 participants are new or changed",
				"1 participant has no bib", "Ann Marsh", "No result yet (1)");
		assertThat(this.browser.get(ROSTER + "?show=no-bib").body()).contains("Bo Reyes").doesNotContain("Ann Marsh");
		assertThat(this.browser.get(ROSTER + "?q=marsh").body()).contains("Ann Marsh").doesNotContain("Bo Reyes");
		assertThat(this.browser.get("/organizer/events/harbor-half/roster.csv?show=no-result").body()).isEqualTo("""
				bib,first_name,last_name,birth_date,email,registration_id,outcome,clock_time,removed_at\r
				1,Ann,Marsh,1990-04-12,a@b.org,,,,\r
				""");
		assertThat(this.browser.get("/organizer/events/harbor-half/roster.csv?bom=true").body())
			.startsWith("\uFEFFbib,");
		assertThat(this.browser.get("/organizer/events/harbor-half/share").body()).contains("1 participant has no bib");
	}

	@Test
	void withoutRoomNoRosterIsTakenAndWhatWasBroughtStays() {
		HttpResponse<String> preview = brings("Bib;Last name\n1;Marsh");
		OtherModules.FULL.set(true);
		HttpResponse<String> taken = post(preview.uri().getPath() + "/take");
		assertThat(taken.headers().firstValue("Location")).hasValue(preview.uri().getPath());
		assertThat(this.browser.get(preview.uri().getPath()).body())
			.contains("nothing was changed yet", "The file is kept here for a day", "Take ")
			.doesNotContain("??");
		byte[] file = "Bib;Last name\n2;Reyes".getBytes(StandardCharsets.UTF_8);
		String token = PagesOverHttp.token(this.browser.get(ROSTER + "/imports"));
		HttpResponse<String> brought = this.browser.upload(ROSTER + "/imports", token, "file", file);
		assertThat(brought.statusCode()).isEqualTo(503);
		assertThat(brought.body()).contains("the file was not taken and nothing was changed");
		post(ROSTER + "/fetch");
		assertThat(this.browser.get(ROSTER).body()).contains("so no roster is fetched")
			.doesNotContain("Being fetched from RunSignup");
		assertThat(this.jdbc.sql("select count(*) from roster_import").query(Integer.class).single()).isEqualTo(1);
		OtherModules.FULL.set(false);
		post(preview.uri().getPath() + "/take");
		assertThat(this.browser.get(ROSTER).body()).contains("1 participant is new or changed");
	}

	@Test
	void withoutRoomNoResultIsEnteredAndWhatWasTypedStays() {
		OtherModules.FULL.set(true);
		String page = "/organizer/events/harbor-half/enter";
		HttpResponse<String> answer = this.browser.post(page, "_csrf", PagesOverHttp.token(this.browser.get(page)),
				"outcome", "FINISHED", "bib", "101", "hours", "1", "minutes", "43", "seconds", "7.5", "note",
				"by telephone");
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.body())
			.contains("this result was not entered", "value=\"7.5\"", "value=\"by telephone\"", "value=\"101\"")
			.doesNotContain("??");
	}

	@Test
	void theNextPageGoesOnWhereThisOneEnds() {
		this.jdbc.sql("""
				insert into participant (id, event_id, registration_id, bib, last_name)
				select 2000 + "X", 41002, 2000 + "X", 2000 + "X", 'Marsh' from system_range(1, 51)
				""").update();
		assertThat(this.browser.get(ROSTER).body())
			.contains("Everybody (51)", "/roster?show=all&amp;after=2050-2050", "Next page")
			.doesNotContain(">2051<", "No bib", "??");
		assertThat(this.browser.get(ROSTER + "?show=all&after=2050-2050").body()).contains(">2051<")
			.doesNotContain(">2050<", "Next page");
	}

	@Test
	void aParticipantLeadsBackToThePartOfTheRoster() {
		this.jdbc.sql("insert into participant (id, event_id, bib, last_name) values (79, 41002, 9, 'Reyes')").update();
		String open = ROSTER + "/79?list=roster.show%3Dunregistered";
		assertThat(this.browser.get(ROSTER + "?show=unregistered").body()).contains("href=\"" + open + "\"",
				"id=\"participant-79\"", "/enter?participant=79&amp;list=roster.show%3Dunregistered");
		String back = "href=\"" + ROSTER + "?show=unregistered#participant-79\"";
		assertThat(this.browser.get(open).body())
			.contains(back, "Roster, as you left it", "aria-current=\"page\">Reyes<", "href=\"/organizer/races/4100\"")
			.doesNotContain("??");
		assertThat(this.browser.get(ROSTER + "/79/erase?list=roster.show%3Dunregistered").body())
			.contains(back, "href=\"" + open + "\">Reyes<")
			.doesNotContain("??");
		assertThat(post(ROSTER + "/79/bib", "bib", "x", "list", "roster.show=unregistered").body()).contains(back);
		assertThat(post(ROSTER + "/79/bib", "bib", "10", "list", "roster.show=unregistered").headers()
			.firstValue("Location")).hasValue(open);
		assertThat(this.browser.get(ROSTER + "?q=reyes").body()).contains(ROSTER + "/79?list=roster.q%3Dreyes");
	}

	@Test
	void aSearchThatFindsMoreThanItListsSaysSo() {
		this.jdbc.sql("""
				insert into participant (id, event_id, registration_id, bib, last_name)
				select 2000 + "X", 41002, 2000 + "X", 2000 + "X", 'Marsh' from system_range(1, 51)
				""").update();
		assertThat(this.browser.get(ROSTER + "?q=mar").body()).contains("The first 50 are listed.");
		this.jdbc.sql("delete from participant where id = 2051").update();
		assertThat(this.browser.get(ROSTER + "?q=mar").body()).contains(">2050<").doesNotContain("are listed.");
	}

	@Test
	void aLargeRosterIsShownBeforeItIsCounted() {
		this.jdbc.sql("""
				insert into participant (id, event_id, registration_id, bib, last_name)
				select 2000 + "X", 41002, 2000 + "X", 2000 + "X", 'Marsh' from system_range(1, 50100)
				""").update();
		assertThat(this.browser.get(ROSTER + "?show=removed").body())
			.contains("So many were looked through", "Look further", "after=52000-52000")
			.doesNotContain("??");
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(
					() -> assertThat(this.browser.get(ROSTER).body()).contains("Everybody (50,100)", "Counted at"));
	}

	@Test
	void aFileWithMistakesIsNotTakenHalf() {
		HttpResponse<String> preview = brings("Bib,Last name,Born\n1,Marsh,\n1,<b>Reyes,3/4/1990");
		assertThat(preview.body())
			.contains("2 lines have to be mended first", "Line 3:", "Bib 1 stands in line 2 too.",
					"“3/4/1990” can be read in two ways", "&lt;b&gt;Reyes")
			.doesNotContain("Take all", "??");
		String page = preview.uri().getPath();
		assertThat(post(page + "/take").headers().firstValue("Location")).hasValue(page);
		post(page + "/columns", "bib", "", "lastName", "1", "birthDate", "2", "dates", "DAY_FIRST");
		assertThat(this.browser.get(page).body()).contains("Take all 2 lines");
		post(page + "/discard");
		assertThat(this.browser.get(page).statusCode()).isEqualTo(404);
	}

	@Test
	void whatIsNoListSaysSoAtTheField() {
		HttpResponse<String> refused = this.browser.upload(ROSTER + "/imports",
				PagesOverHttp.token(this.browser.get(ROSTER + "/imports")), "file", new byte[] { 'P', 'K', 3, 4 });
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("This is a workbook, not a CSV file.").doesNotContain("??");
		HttpResponse<String> large = this.browser.upload(ROSTER + "/imports", "x", "file", new byte[11 * 1024 * 1024]);
		assertThat(large.headers().firstValue("Location")).hasValue(ROSTER + "/imports?large");
		assertThat(this.browser.get(ROSTER + "/imports?large").body()).contains("larger than 10 MB");
	}

	@Test
	void filesAreTakenNowhereElse() {
		assertThat(this.browser.upload("/login", "x", "file", new byte[10]).statusCode()).isEqualTo(415);
	}

	@Test
	void aParticipantGetsABibIsExportedAndErased() {
		this.jdbc.sql("""
				insert into participant (id, event_id, bib, first_name, last_name, birth_date, email)
				values (77, 41002, 7, 'Bo', 'Reyes', date '1980-01-02', 'bo@example.org'),
					(78, 41002, 8, 'Cy', 'Tanaka', null, null)
				""").update();
		String page = ROSTER + "/77";
		assertThat(this.browser.get(page).body()).contains("Bo Reyes", "1980-01-02", "not known to RunSignup")
			.doesNotContain("??");
		assertThat(post(page + "/bib", "bib", "8").body()).contains("Bib 8 belongs to somebody else", "value=\"8\"");
		assertThat(post(page + "/bib", "bib", "x8").body()).contains("“x8” is not a bib", "value=\"x8\"");
		assertThat(post(page + "/bib", "bib", "9").statusCode()).isEqualTo(303);
		assertThat(this.browser.get(page).body()).contains("The bib is set.", "set here");
		assertThat(this.browser.get(page + "/data.json").body()).contains("\"last_name\" : \"Reyes\"", "\"bib\" : 9");
		assertThat(this.browser.get(page + "/erase").body()).contains("Erase Bo Reyes?", "RunSignup’s copy stays");
		post(page + "/erase");
		assertThat(this.browser.get(page).body()).contains("Erased.", "were erased on").doesNotContain("Reyes", "bo@");
		assertThat(this.jdbc.sql("select what from audit where about = 'participant:77' order by id")
			.query(String.class)
			.list()).containsExactly("bib-set", "runner-exported", "runner-erased");
		assertThat(this.browser.get("/organizer/events/harbor-5k/roster/77").statusCode()).isEqualTo(404);
	}

	@Test
	void aViewerLooksAndChangesNothing() {
		this.jdbc.sql("update organizer_role set role = 'viewer' where organizer_id = 7").update();
		assertThat(this.browser.get(ROSTER).body()).doesNotContain("Fetch from RunSignup now", "Bring a file");
		assertThat(post(ROSTER + "/fetch").statusCode()).isEqualTo(403);
		assertThat(this.browser.get(ROSTER + "/imports").statusCode()).isEqualTo(403);
		this.jdbc.sql("update organizer_role set role = 'owner' where organizer_id = 7").update();
	}

	private HttpResponse<String> brings(String file) {
		HttpResponse<String> kept = this.browser.upload(ROSTER + "/imports",
				PagesOverHttp.token(this.browser.get(ROSTER + "/imports")), "file",
				file.getBytes(StandardCharsets.UTF_8));
		assertThat(kept.statusCode()).isEqualTo(303);
		return this.browser.get(kept.headers().firstValue("Location").orElseThrow());
	}

	private HttpResponse<String> post(String path, String... fields) {
		String[] all = Arrays.copyOf(fields, fields.length + 2);
		all[fields.length] = "_csrf";
		all[fields.length + 1] = PagesOverHttp.token(this.browser.get(ROSTER));
		return this.browser.post(path, all);
	}

}
