package io.selftimed.organizer;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;

import io.selftimed.TestDatabase;
import io.selftimed.delivery.ComparisonRequests;
import io.selftimed.delivery.Hastening;
import io.selftimed.delivery.Resending;
import io.selftimed.delivery.WantedResults;
import io.selftimed.race.EventWindow;
import io.selftimed.runsignup.ApiCaller;
import io.selftimed.runsignup.Gates;
import io.selftimed.runsignup.RunSignupTables;
import io.selftimed.runsignup.UserResult;
import io.selftimed.runsignup.UserResultsAnswer;
import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The organizers' pages through a real server, rendered.
 */
@SpringBootTest(classes = OrganizerPagesTests.Application.class,
		webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OrganizerPagesTests {

	private static volatile Instant now = Harbor.NOON;

	@LocalServerPort
	private int port;

	private PagesOverHttp browser;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) {
		properties.add("spring.datasource.url", TestDatabase.H2::freshUrl);
	}

	@BeforeEach
	void annSignsIn() {
		now = Harbor.NOON;
		this.browser = new PagesOverHttp(this.port);
		this.browser.signIn("ann@example.org", "secret");
	}

	@AfterEach
	void closeBrowser() {
		this.browser.close();
	}

	@Test
	void theFrontPageListsAnnsEventsWithCounts() {
		HttpResponse<String> page = this.browser.get("/organizer");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("/organizer/events/harbor-5k", "Harbor 5K", "3,000", "received by RunSignup",
				"takes results until Aug 31, 2026", "ann@example.org", "action=\"/logout\"", "_csrf");
		assertThat(page.body()).doesNotContain("Hill", "??");
	}

	@Test
	void mailsThatWereGivenUpAreShownToWhomTheyWereFor(@Autowired JdbcClient jdbc) {
		assertThat(this.browser.get("/organizer").body()).doesNotContain("could not be delivered");
		for (String recipient : List.of("ann@example.org", "ann@example.org", "bob@example.org")) {
			new Harbor.Post(jdbc).failedMail(recipient, Harbor.NOON.minus(Duration.ofDays(4)));
		}
		new Harbor.Post(jdbc).failedMail("ann@example.org", Harbor.NOON.minus(Duration.ofDays(31)));
		assertThat(this.browser.get("/organizer").body())
			.contains("2 e-mails to you could not be delivered in the last 30 days.");
		jdbc.sql("delete from mail").update();
	}

	@Test
	void theEventSaysWhereEverySubmissionStands() {
		HttpResponse<String> page = this.browser.get("/organizer/events/harbor-5k/submissions");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Marsh", "24:31.5", "120 m", "Aug 1, 12:00:00", "Superseded",
				"RunSignup refused this result.", "&lt;b&gt;no such bib&lt;/b&gt;", "Next page");
		assertThat(page.body()).doesNotContain("??", "<b>no such", "First page</a>", "style=", "<script>");
	}

	@Test
	void theEventSaysWhyResultsWait() {
		assertThat(this.browser.get("/organizer/events/harbor-5k").body()).contains(
				"RunSignup does not accept the credential.", "&lt;i&gt;Key&lt;/i&gt; authentication failed.",
				"since Aug 1, 12:00:00", "tried again at Aug 1, 12:01:00");
	}

	@Test
	void chartsLeadToTheRowsBehindThemInADrawingAndInATable() {
		String page = this.browser.get("/organizer/events/harbor-5k").body();
		assertThat(page).contains("Submissions over time", "Times that count", "<svg", "Closing the event",
				"Close the form now");
		String link = "/organizer/events/harbor-5k/submissions?state=counting&amp;timeFrom=24:30&amp;timeTo=24:45";
		assertThat(page.split(Pattern.quote(link), -1)).as("in the drawing and in the table").hasSize(3);
		String rows = this.browser.get(link.replace("&amp;", "&")).body();
		assertThat(rows).contains("State: Counts for its runner", "Time from 24:30", "Time under 24:45");
	}

	@Test
	void anEventWithoutSubmissionsSaysWhatToDoNext() {
		assertThat(this.browser.get("/organizer/events/harbor-half").body())
			.contains("Nobody has sent a result yet", "Send its address to your runners",
					"href=\"/events/harbor-half\"")
			.doesNotContain("<svg", "Closing the event", "??");
	}

	@Test
	void everyPageWarnsThatRunSignupWillDemandARegistration() {
		for (String path : List.of("/organizer", "/organizer/events/harbor-5k")) {
			assertThat(this.browser.get(path).body()).contains("alert-warning",
					"From January 1, 2027 RunSignup takes no results", "selftimed.runsignup.caller-registration.token");
		}
	}

	@Test
	void fromThatDayOnItWarnsLouder() {
		now = Instant.parse("2027-01-01T05:00:00Z");
		assertThat(this.browser.get("/organizer").body()).contains("alert-danger",
				"RunSignup has taken no results from unregistered API callers since January 1, 2027");
	}

	@Test
	void theListGoesOnByKeyAndKeepsItsFilters() {
		String list = "/organizer/events/harbor-5k/submissions";
		String first = this.browser.get(list + "?q=marsh&outcome=FINISHED").body();
		String next = first.replaceAll("(?s).*href=\"([^\"]*after=[^\"]*)\".*", "$1").replace("&amp;", "&");
		assertThat(next).contains("q=marsh", "outcome=FINISHED");
		String second = this.browser.get(next).body();
		assertThat(second).contains(">First page</a>", "Search: marsh", "Outcome: Finished")
			.doesNotContain(">Next page</a>");
		assertThat(this.browser.get(list + "?after=x").statusCode()).isEqualTo(400);
		HttpResponse<String> unread = this.browser.get(list + "?timeFrom=soon");
		assertThat(unread.statusCode()).isEqualTo(422);
		assertThat(unread.body()).contains("write hours, minutes and seconds", "value=\"soon\"");
	}

	@Test
	void aSubmissionLeadsBackToTheVeryListItWasOpenedFrom() {
		String list = "/organizer/events/harbor-5k/submissions?q=160&sort=oldest";
		String page = this.browser.get(list).body();
		String open = page.replaceAll("(?s).*href=\"([^\"]*/submissions/61\\?list=[^\"]*)\".*", "$1");
		String back = "href=\"/organizer/events/harbor-5k/submissions?q=160&amp;sort=oldest#submission-61\"";
		assertThat(page).contains("id=\"submission-61\"");
		String detail = this.browser.get(open).body();
		assertThat(detail)
			.contains(back, "Submissions, as you left it", "href=\"/organizer/races/4100\"",
					"aria-current=\"page\">Submission 61<")
			.doesNotContain("??");
		HttpResponse<String> sent = this.browser.post("/organizer/events/harbor-5k/submissions/61/send-again", "list",
				"submissions.q=160&sort=oldest", "_csrf", PagesOverHttp.token(this.browser.get(open)));
		String after = sent.headers().firstValue("Location").orElseThrow();
		assertThat(after).isEqualTo(open);
		assertThat(this.browser.get(after).body()).contains(back, "Nothing was sent");
	}

	@Test
	void whatCouldNotBeDecidedAndWhatIsEnteredLeadBackToo() {
		String token = PagesOverHttp.token(this.browser.get("/organizer/events/harbor-5k/submissions/61"));
		String back = "/organizer/events/harbor-5k/submissions?state=refused";
		String kept = "name=\"list\" value=\"submissions.state=refused\"";
		HttpResponse<String> wordless = this.browser.post("/organizer/events/harbor-5k/submissions/61/decide",
				"version", "0", "ruling", "reject", "words", "", "list", "submissions.state=refused", "_csrf", token);
		assertThat(wordless.statusCode()).isEqualTo(422);
		assertThat(wordless.body()).contains(back, kept, "/submissions/61?list=submissions.state%3Drefused");
		assertThat(this.browser
			.post("/organizer/events/harbor-5k/submissions/61/decide", "version", "0", "ruling", "accept", "back",
					"review", "after", "9", "_csrf", token)
			.body()).contains("/organizer/events/harbor-5k/review?after=9#held-61");
		HttpResponse<String> entered = this.browser.post("/organizer/events/harbor-5k/enter", "bib", "101", "outcome",
				"FINISHED", "list", "submissions.state=refused", "_csrf", token);
		assertThat(entered.statusCode()).isEqualTo(422);
		assertThat(entered.body()).contains(back, kept, "Submissions, as you left it");
	}

	@Test
	void withoutAListASubmissionLeadsToAllAndNowhereElse() {
		for (String list : List.of("", "?list=", "?list=https://evil.example", "?list=//evil.example?q=1")) {
			assertThat(this.browser.get("/organizer/events/harbor-5k/submissions/61" + list).body())
				.contains("href=\"/organizer/events/harbor-5k/submissions#submission-61\"")
				.doesNotContain("evil", "as you left it", "name=\"list\"", "?list");
		}
	}

	@Test
	void anOrderByTimeSaysWhatItLeavesOut() {
		assertThat(this.browser.get("/organizer/events/harbor-5k/submissions?sort=fastest&state=counting").body())
			.contains("whoever did not start or finish is not in this order",
					"href=\"/organizer/events/harbor-5k/submissions?state=counting\">List them too");
		assertThat(this.browser.get("/organizer/events/harbor-5k/submissions").body()).doesNotContain("List them too");
	}

	@Test
	void idsAreWrittenWithoutCommas(@Autowired JdbcClient jdbc) {
		new Harbor.Taken(jdbc).received(1, 1, Harbor.NOON.getEpochSecond());
		assertThat(this.browser.get("/organizer/events/harbor-5k/submissions/1").body())
			.contains("Result set 51001<", "Read as 1471500 ms", "Received Aug 1, 12:00:00")
			.doesNotContain("51,001", "1,471,500");
	}

	@Test
	void theSharePageHandsOutTheLinkTheCodeAndAMailWithoutNames() {
		HttpResponse<String> page = this.browser.get("/organizer/events/harbor-5k/share");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("/events/harbor-5k\"", "/events/harbor-5k?bib=BIB", "share.svg", "Harbor 5K")
			.doesNotContain("??", "Marsh", "style=", "<script>");
		HttpResponse<String> code = this.browser.get("/organizer/events/harbor-5k/share.svg");
		assertThat(code.statusCode()).isEqualTo(200);
		assertThat(code.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
		assertThat(code.body()).startsWith("<svg").contains("fill=\"#fff\"", "fill=\"#000\"");
		assertThat(this.browser.get("/organizer/events/hill-10k/share.svg").statusCode()).isEqualTo(404);
	}

	@Test
	void whatHasNotMovedIsNotSentAgain() {
		HttpResponse<String> glance = this.browser.get("/organizer/events/harbor-5k/glance");
		assertThat(glance.body()).contains("3,000", "part-standing").doesNotContain("<html");
		String tag = glance.headers().firstValue("ETag").orElseThrow();
		assertThat(this.browser.get("/organizer/events/harbor-5k/glance", "If-None-Match", tag).statusCode())
			.isEqualTo(304);
	}

	@Test
	void everySubmissionCanBeDownloaded() {
		HttpResponse<String> file = this.browser.get("/organizer/events/harbor-5k/submissions.csv");
		assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
		assertThat(file.headers().firstValue("Content-Disposition"))
			.hasValue("attachment; filename=\"harbor-5k-submissions.csv\"");
		assertThat(file.body()).startsWith("reference,bib,last_name,outcome,clock_time,clock_time_ms,elevation_gain,"
				+ "elevation_unit,tally,submitted_at,review,state,results_received_at,individual_result_set_id,"
				+ "submitted_time_in_ms,last_error,email,note,doubts\r\n");
		assertThat(file.body().lines()).hasSize(62);
		assertThat(file.body()).contains("superseded");
	}

	@Test
	void theAuditSaysWhoSavedAnEventsData(@Autowired JdbcClient jdbc) {
		jdbc.sql("delete from audit").update();
		for (String file : List.of("submissions.csv", "by-hand.csv", "roster.csv", "results.json")) {
			assertThat(this.browser.get("/organizer/events/harbor-5k/" + file).statusCode()).isEqualTo(200);
		}
		assertThat(jdbc.sql("select about from audit where what = 'file-saved' and organizer_id = 7 order by id")
			.query(String.class)
			.list()).containsExactly("event:41001 file:submissions.csv", "event:41001 file:by-hand.csv",
					"event:41001 file:roster.csv show:all", "event:41001 file:results.json");
	}

	@Test
	void excelIsToldThatTheFileIsUtf8() {
		assertThat(this.browser.get("/organizer/events/harbor-5k/submissions.csv?bom=true").body())
			.startsWith("\uFEFFreference,bib");
		assertThat(this.browser.get("/organizer/events/harbor-5k/by-hand.csv?bom=true").body())
			.startsWith("\uFEFFreference,registration_id");
	}

	@Test
	void whatCountsCanBeDownloadedAsRunSignupGetsIt() {
		HttpResponse<String> file = this.browser.get("/organizer/events/harbor-5k/results.json");
		assertThat(file.headers().firstValue("Content-Disposition"))
			.hasValue("attachment; filename=\"harbor-5k-results.json\"");
		assertThat(file.body()).isEqualTo("""
				{"virtual_results":[{"bib_num":101,"clock_time":"00:24:31.5","registration_id":41001101,\
				"elevation_gain_in_mm":120000}]}""");
	}

	@Test
	void somebodyElsesRaceDoesNotExist() {
		assertThat(this.browser.get("/organizer/events/hill-10k").statusCode()).isEqualTo(404);
		assertThat(this.browser.get("/organizer/events/hill-10k/submissions.csv").statusCode()).isEqualTo(404);
		assertThat(this.browser.get("/organizer/events/no-such-event").statusCode()).isEqualTo(404);
	}

	@Test
	void annSignsOutByTheButton() {
		String token = PagesOverHttp.token(this.browser.get("/organizer"));
		this.browser.post("/logout", "_csrf", token);
		assertThat(this.browser.get("/organizer").statusCode()).isEqualTo(302);
	}

	/**
	 * The organizers' pages with all they need, and 61 submissions.
	 */
	@EnableAutoConfiguration
	@Import(OtherModules.class)
	@ComponentScan(basePackages = { "io.selftimed.security", "io.selftimed.web", "io.selftimed.organizer" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests\\$.*"))
	static class Application {

		Application(JdbcClient jdbc) {
			Harbor harbor = new Harbor(jdbc);
			harbor.counts(Harbor.EVENT, "submissions", 2999, 1);
			harbor.event(41002, 4100, "harbor-half", "Harbor Half");
			for (String bar : List.of("'submitted', 495616", "'time', 98")) {
				jdbc.sql("insert into event_histogram_delta (event_id, what, bucket, delta) values (41001, " + bar
						+ ", 7)")
					.update();
			}
			for (int runner = 1; runner <= 60; runner++) {
				harbor.runner(runner, 100 + runner, "Marsh");
				harbor.finish(runner, runner, 1);
			}
			harbor.finish(61, 60, 2);
			harbor.delivery(60, 61, "refused");
			harbor.attempt(61, 60, "refused", "<b>no such bib</b>");
			gates(jdbc).answered(4100, Harbor.EVENT,
					new UserResultsAnswer.CredentialBad(6, "<i>Key</i> authentication failed."));
		}

		@Bean
		Gates gates(JdbcClient jdbc) {
			return RunSignupTables.gates(jdbc, clock());
		}

		@Bean
		ApiCaller caller() {
			return RunSignupTables.unregistered(clock());
		}

		@Bean
		ComparisonRequests comparisons() {
			return (event) -> {
			};
		}

		@Bean
		EventWindow window() {
			return (event) -> event == Harbor.EVENT;
		}

		@Bean
		Hastening hastening() {
			return (race, event) -> {
			};
		}

		@Bean
		WantedResults wanted() {
			return (event, reader) -> reader.take(new UserResult(41001101L, 101L, new UserResult.Time.Clock(1_471_500),
					new UserResult.Tally.Unchanged(), 120_000L));
		}

		@Bean
		Resending resending() {
			return (event, participant, organizer) -> false;
		}

		@Bean
		InstantSource clock() {
			return () -> now;
		}

	}

}
