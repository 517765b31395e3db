package io.selftimed.organizer.deliveries;

import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.selftimed.TestDatabase;
import io.selftimed.organizer.Harbor;
import io.selftimed.organizer.OtherModules;
import io.selftimed.delivery.ComparisonRequests;
import io.selftimed.delivery.Hastening;
import io.selftimed.delivery.Resending;
import io.selftimed.delivery.WantedResults;
import io.selftimed.race.EventWindow;
import io.selftimed.runsignup.ApiCaller;
import io.selftimed.runsignup.Gates;
import io.selftimed.runsignup.RunSignupTables;
import io.selftimed.runsignup.UserResult;
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
 * Drift on an event's page, through a real server: what is listed, what a button does,
 * and who has one.
 */
@SpringBootTest(classes = DriftPagesTests.Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DriftPagesTests {

	private static final String EVENT = "/organizer/events/harbor-5k";

	private static final String PAGE = EVENT + "/deliveries";

	private static final List<String> DONE = new CopyOnWriteArrayList<>();

	private final JdbcClient jdbc;

	private final PagesOverHttp browser;

	DriftPagesTests(@Autowired JdbcClient jdbc, @LocalServerPort int port) {
		this.jdbc = jdbc;
		this.browser = new PagesOverHttp(port);
	}

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) {
		properties.add("spring.datasource.url", TestDatabase.H2::freshUrl);
	}

	@BeforeEach
	void nothingDrifts() {
		DONE.clear();
		this.jdbc.sql("delete from audit").update();
		this.jdbc.sql("delete from comparison").update();
		this.jdbc.sql("delete from event_count_delta").update();
		this.jdbc.sql(
				"update delivery set state = 'received', attempts = 0, drift = null, drift_since = null, shown_time_ms = null")
			.update();
		this.jdbc.sql("update organizer_role set role = 'owner' where organizer_id = ?").param(Harbor.ANN).update();
		this.browser.signIn("ann@example.org", "secret");
	}

	@AfterEach
	void closeBrowser() {
		this.browser.close();
	}

	private List<String> audit() {
		return this.jdbc.sql("select what || ' ' || about from audit where what <> 'signed-in' order by id")
			.query(String.class)
			.list();
	}

	private void role(String role) {
		this.jdbc.sql("update organizer_role set role = ? where organizer_id = ?").params(role, Harbor.ANN).update();
	}

	private void drifts(long runner, String drift, @org.jspecify.annotations.Nullable Long shown) {
		this.jdbc.sql("update delivery set drift = ?, shown_time_ms = ?, drift_since = ? where participant_id = ?")
			.params(java.util.Arrays.asList(drift, shown, Harbor.NOON.atOffset(java.time.ZoneOffset.UTC), runner))
			.update();
	}

	private void compared(String outcome, boolean whole) {
		this.jdbc
			.sql("""
					insert into comparison (event_id, next_at, began_at, ended_at, outcome, compared_at)
					values (:event, :at, :at, :at, :outcome, case when :whole then cast(:at as timestamp with time zone) end)
					""")
			.param("event", Harbor.EVENT)
			.param("at", Harbor.NOON.atOffset(java.time.ZoneOffset.UTC))
			.param("outcome", outcome)
			.param("whole", whole)
			.update();
	}

	private String page() {
		String body = this.browser.get(PAGE).body();
		assertThat(body).doesNotContain("??", "style=", "<script>");
		return body;
	}

	private HttpResponse<String> press(String action, String... fields) {
		String token = PagesOverHttp.token(this.browser.get(PAGE));
		return this.browser.post(EVENT + action,
				java.util.stream.Stream
					.concat(java.util.Arrays.stream(fields), java.util.stream.Stream.of("_csrf", token))
					.toArray(String[]::new));
	}

	@Test
	void beforeTheFirstComparisonItSaysSo() {
		assertThat(page()).contains("have not been compared with what RunSignup shows yet", "Compare now")
			.doesNotContain("RunSignup shows nothing else");
	}

	@Test
	void withoutDriftItSaysWhenThatWasSeen() {
		compared("whole", true);
		assertThat(page()).contains("Last compared with what RunSignup shows on Aug 1, 12:00:00.",
				"RunSignup shows nothing else than what was sent.");
	}

	@Test
	void everyDriftingResultIsListedWithBothValuesAndOneButton() {
		compared("whole", true);
		drifts(1, "differs", 1_480_000L);
		drifts(2, "missing", null);
		String page = page();
		assertThat(page).contains("2 results are not at RunSignup as sent.", "24:31.5", "24:40",
				"Send again: the result of bib 101", "Send again: the result of bib 102", "Aug 1, 12:00:00");
		assertThat(page).containsPattern(">\\s*Nothing\\s*<");
		assertThat(page.split("send-again\"", -1)).hasSize(3);
	}

	@Test
	void moreThanFiftyAreCountedAndTheFirstAreListed() {
		for (int runner = 1; runner <= 60; runner++) {
			drifts(runner, "missing", null);
		}
		assertThat(page()).contains("60 results are", "The first 50 are listed.");
	}

	@Test
	void theButtonSendsAgainAndThePageSaysSo() {
		drifts(1, "differs", 1_480_000L);
		HttpResponse<String> answer = press("/send-again", "participant", "1");
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(answer.headers().firstValue("Location")).hasValue(PAGE + "#drift");
		assertThat(DONE).containsExactly("41001 1 by 7");
		assertThat(page()).contains("The result is sent again.");
		press("/send-again", "participant", "2");
		assertThat(page()).contains("Nothing was sent");
		assertThat(audit()).as("only what was sent").containsExactly("sent-again participant:1");
	}

	@Test
	void whatIsLeftAsShownIsAuditedAndItsBibLeadsToTheSubmission() {
		drifts(1, "differs", 1_480_000L);
		assertThat(page()).contains("Leave as RunSignup shows it: the result of bib 101",
				"name=\"shown\" value=\"1480000\"", "/submissions/1?list=deliveries.part%3Ddrift\"");
		long before = audited();
		assertThat(press("/leave", "participant", "1", "drift", "differs", "shown", "1480000").headers()
			.firstValue("Location")).hasValue(PAGE + "#drift");
		assertThat(page()).contains("It stays as RunSignup shows it.");
		assertThat(audited()).isEqualTo(before + 1);
		press("/leave", "participant", "2", "drift", "missing");
		assertThat(page()).contains("Nothing was changed");
		assertThat(audited()).isEqualTo(before + 1);
		role("viewer");
		assertThat(press("/leave", "participant", "1", "drift", "differs").statusCode()).isEqualTo(403);
	}

	private long audited() {
		return this.jdbc.sql("select count(*) from audit where what = 'drift-left'").query(Long.class).single();
	}

	@Test
	void compareNowAsksAndThePageLooksAgainWhileItIsUnderWay() {
		assertThat(press("/compare").statusCode()).isEqualTo(303);
		assertThat(DONE).containsExactly("compare 41001");
		assertThat(audit()).containsExactly("comparison-asked event:41001");
		compared("whole", true);
		this.jdbc.sql("update comparison set asked_at = began_at").update();
		HttpResponse<String> page = this.browser.get(PAGE);
		assertThat(page.headers().firstValue("Refresh")).hasValue("3");
		assertThat(page.body()).contains("are being compared").doesNotContain("Compare now");
		this.jdbc.sql("update comparison set asked_at = null").update();
		assertThat(this.browser.get(PAGE).headers().firstValue("Refresh")).isEmpty();
	}

	@Test
	void aComparisonThatDidNotSucceedSaysWhy() {
		compared("busy", false);
		assertThat(page()).contains("RunSignup was busy with results", "Try again in a minute.", "Compare now");
		this.jdbc.sql("update comparison set outcome = 'failed'").update();
		assertThat(page()).contains("Nothing was marked as missing.");
		this.jdbc.sql("update comparison set outcome = 'paused'").update();
		assertThat(page()).contains("calls to RunSignup were paused");
	}

	@Test
	void itSaysSinceWhenResultsAreStuckOnAPhoneToo() {
		stands(3, "waiting");
		stands(4, "refused");
		this.jdbc.sql("update delivery set settled_at = ? where participant_id = 4")
			.param(Harbor.NOON.minusSeconds(61).atOffset(java.time.ZoneOffset.UTC))
			.update();
		this.jdbc.sql("update delivery set settled_at = ? where participant_id = 3")
			.param(Harbor.NOON.plusSeconds(61).atOffset(java.time.ZoneOffset.UTC))
			.update();
		assertThat(page()).contains("Stuck since</th>", "not due yet", "Stuck since Aug 1, 11:58:59", "d-sm-none",
				"/submissions/3?list=deliveries.part%3Dwaiting", "/submissions/4?list=deliveries.part%3Drefused");
	}

	@Test
	void whatRunSignupRefusedIsSentAgainAlone() {
		stands(3, "refused");
		stands(4, "too-late");
		assertThat(page()).contains("Refused: 1", "Too late: 1", "Download for entering by hand")
			.doesNotContain("Send all");
		assertThat(press("/send-again", "participant", "3", "from", "refused").headers().firstValue("Location"))
			.hasValue(PAGE + "#refused");
		assertThat(DONE).containsExactly("41001 3 by 7");
	}

	@Test
	void whatRunSignupRefusedIsSentAgainTogether() {
		stands(1, "refused");
		stands(3, "refused");
		assertThat(page()).contains("Send all 2 again");
		assertThat(press("/send-refused-again").statusCode()).isEqualTo(303);
		assertThat(DONE).containsExactly("41001 1 by 7", "41001 3 by 7");
		assertThat(page()).contains("1 result is sent again.");
		assertThat(audit()).containsExactly("sent-again participant:1", "sent-again-all event:41001 count:1");
	}

	@Test
	void whatWaitsAfterAFailedCallCanBeTriedNow() {
		stands(5, "waiting");
		assertThat(page()).contains("On their way: 1", "Not sent yet.").doesNotContain("Try now");
		this.jdbc.sql("update delivery set attempts = 2 where participant_id = 5").update();
		assertThat(page()).contains("Try now", "2 calls without success");
		assertThat(press("/try-now").headers().firstValue("Location")).hasValue(PAGE + "#waiting");
		assertThat(DONE).containsExactly("4100 41001 now");
		assertThat(this.jdbc.sql("select what from audit order by id desc").query(String.class).list())
			.startsWith("delivery-tried-now");
		role("viewer");
		assertThat(page()).doesNotContain("Try now");
		assertThat(press("/try-now").statusCode()).isEqualTo(403);
	}

	@Test
	void anOwnerClosesTheFormEarly() {
		HttpResponse<String> answer = press("/close");
		assertThat(answer.headers().firstValue("Location")).hasValue(EVENT);
		assertThat(this.browser.get(EVENT).body()).contains("The form is closed.");
		role("reviewer");
		assertThat(press("/close").statusCode()).isEqualTo(403);
	}

	private void stands(long runner, String state) {
		this.jdbc.sql("update delivery set state = ? where participant_id = ?").params(state, runner).update();
		new Harbor.Counted(this.jdbc).add(state, 1);
	}

	@Test
	void aReviewerMayActToo() {
		role("reviewer");
		drifts(1, "missing", null);
		assertThat(page()).contains("Compare now", "Send again");
		assertThat(press("/send-again", "participant", "1").statusCode()).isEqualTo(303);
	}

	@Test
	void aViewerSeesAndMayNotAct() {
		drifts(1, "missing", null);
		role("viewer");
		assertThat(page()).contains("1 result is not at RunSignup as sent.")
			.doesNotContain("Compare now", "Send again");
		assertThat(press("/compare").statusCode()).isEqualTo(403);
		assertThat(press("/send-again", "participant", "1").statusCode()).isEqualTo(403);
		assertThat(DONE).isEmpty();
	}

	@Test
	void somebodyElsesEventCannotBeActedIn() {
		String token = PagesOverHttp.token(this.browser.get(PAGE));
		assertThat(this.browser.post("/organizer/events/hill-10k/compare", "_csrf", token).statusCode()).isEqualTo(404);
		assertThat(this.browser.post(EVENT + "/compare").statusCode()).isNotEqualTo(303);
		assertThat(DONE).isEmpty();
	}

	/**
	 * The organizers' pages with all they need, and 60 results that RunSignup took.
	 */
	@EnableAutoConfiguration
	@Import(OtherModules.class)
	@ComponentScan(basePackages = { "io.selftimed.security", "io.selftimed.web", "io.selftimed.organizer" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests\\$.*"))
	static class Application {

		Application(JdbcClient jdbc) {
			Harbor harbor = new Harbor(jdbc);
			for (int runner = 1; runner <= 60; runner++) {
				harbor.runner(runner, 100 + runner, "Marsh");
				harbor.finish(runner, runner, 1);
				harbor.delivery(runner, runner, "received");
			}
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
			return (event) -> DONE.add("compare " + event);
		}

		@Bean
		EventWindow window() {
			return (event) -> event == Harbor.EVENT;
		}

		@Bean
		Hastening hastening() {
			return (race, event) -> DONE.add(race + " " + event + " now");
		}

		@Bean
		WantedResults wanted() {
			return (event, reader) -> reader.take(new UserResult(41001101L, 101L, new UserResult.Time.Clock(1_471_500),
					new UserResult.Tally.Unchanged(), 120_000L));
		}

		@Bean
		Resending resending() {
			return (event, participant, organizer) -> DONE.add(event + " " + participant + " by " + organizer)
					&& participant == 1;
		}

		@Bean
		InstantSource clock() {
			return () -> Harbor.NOON;
		}

	}

}
