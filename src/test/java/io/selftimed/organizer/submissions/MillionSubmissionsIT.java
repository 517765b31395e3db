package io.selftimed.organizer.submissions;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.delivery.ComparisonRequests;
import io.selftimed.delivery.Hastening;
import io.selftimed.delivery.Intake;
import io.selftimed.delivery.Resending;
import io.selftimed.delivery.WantedResults;
import io.selftimed.organizer.Harbor;
import io.selftimed.organizer.OtherModules;
import io.selftimed.race.EventWindow;
import io.selftimed.runsignup.ApiCaller;
import io.selftimed.runsignup.Gates;
import io.selftimed.runsignup.RunSignupTables;
import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With a million submissions in one event each page of its organizers answers as with a
 * thousand, and a runner's acceptance takes no longer.
 */
@Tag("endurance")
class MillionSubmissionsIT {

	private static final int FEW = 1000;

	private static final int MANY = Integer.getInteger("selftimed.submissions", 1_000_000);

	/** So many are made in one transaction. */
	private static final int CHUNK = 50_000;

	private static final int TIMES = 60;

	private static final String EVENT = "/organizer/events/harbor-5k";

	private static final String LIST = EVENT + "/submissions";

	private static final String ROSTER = EVENT + "/roster";

	/**
	 * Looks through as many as a file may bring, as nobody is gone; it is measured, and
	 * judged by nothing.
	 */
	private static final Set<String> LOOKING = Set.of("roster, gone");

	/** What the plans may not hold. */
	private static final List<String> WHOLE_TABLES = List.of("seq scan on submission", "seq scan on delivery",
			"seq scan on participant", "submission.tablescan", "delivery.tablescan", "participant.tablescan",
			"delivery_attempt.tablescan", "seq scan on delivery_attempt");

	/** What was added for lists. */
	private static final Map<String, String> INDEXES = Map.of("submission_by_review",
			"submission (event_id, review, id)", "submission_by_outcome", "submission (event_id, outcome, id)",
			"submission_by_time", "submission (event_id, clock_time_ms, id)", "submission_by_moment",
			"submission (event_id, submitted_at, id)", "submission_by_doubt", "submission (event_id, doubtful, id)",
			"delivery_by_wanted", "delivery (event_id, state, wanted_submission_id)");

	private static final Map<String, String> PAGES = pages();

	private static volatile TestDatabase kind = TestDatabase.H2;

	private static Map<String, String> pages() {
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("overview", EVENT);
		pages.put("what moves", EVENT + "/glance");
		pages.put("deliveries", EVENT + "/deliveries");
		pages.put("list", LIST);
		pages.put("oldest", LIST + "?sort=oldest");
		pages.put("fastest", LIST + "?sort=fastest");
		pages.put("slowest", LIST + "?sort=slowest");
		for (SubmissionState state : SubmissionState.values()) {
			pages.put(state.word(), LIST + "?state=" + state.word());
		}
		pages.put("did not finish", LIST + "?outcome=DNF");
		pages.put("any doubt", LIST + "?doubt=any");
		pages.put("one doubt", LIST + "?doubt=minutes-as-hours");
		pages.put("times", LIST + "?timeFrom=30:00&timeTo=34:00");
		pages.put("a week", LIST + "?since=2026-06-01&until=2026-06-08");
		pages.put("a bib", LIST + "?q=500");
		pages.put("a name", LIST + "?q=marsh");
		pages.put("an accent", LIST + "?q=muller");
		pages.put("refused and finished", LIST + "?state=refused&outcome=FINISHED");
		pages.put("one submission", LIST + "/1000");
		pages.put("roster", ROSTER);
		pages.put("roster, no result", ROSTER + "?show=no-result");
		pages.put("roster, no bib", ROSTER + "?show=no-bib");
		pages.put("roster, unregistered", ROSTER + "?show=unregistered");
		pages.put("roster, a name", ROSTER + "?q=winter");
		pages.put("share", EVENT + "/share");
		pages.put("review", EVENT + "/review");
		pages.put("those without doubts", EVENT + "/review/plain");
		pages.put("rules", EVENT + "/rules");
		pages.put("audit", "/organizer/races/4100/audit");
		pages.put("roster, gone", ROSTER + "?show=removed");
		return pages;
	}

	/** Deleting millions of rows one by one would take longer than all the rest. */
	@AfterEach
	void clean() {
		if (kind == TestDatabase.POSTGRESQL) {
			jdbc().sql("truncate table race, superseded_submission, delivery cascade").update();
		}
		else {
			jdbc().sql("set referential_integrity false").update();
			for (String table : List.of("delivery_attempt", "delivery", "superseded_submission", "submission",
					"participant", "event_histogram_delta", "event_count_delta")) {
				jdbc().sql("truncate table " + table).update();
			}
			jdbc().sql("set referential_integrity true").update();
		}
		INDEXES
			.forEach((index, columns) -> jdbc().sql("create index if not exists " + index + " on " + columns).update());
		kind.clean();
	}

	@ParameterizedTest
	@EnumSource
	void pagesCostWhatTheyCostWithAThousand(TestDatabase database) throws IOException {
		kind = database;
		measure(FEW, 5 * 1000);
		clean();
		Map<String, Double> few = measure(FEW, 5 * 1000);
		Duration takenWithFew = Intake.best(kind, 5_000_000, 200);
		clean();
		Map<String, Double> many = measure(MANY, Math.max(1, 5 * 1_000_000 / MANY));
		Duration takenWithMany = Intake.best(kind, 5_000_000, 200);
		dropWhatListsNeed();
		Duration takenWithoutLists = Intake.best(kind, 6_000_000, 200);
		List<String> lines = new ArrayList<>();
		many.forEach((page, time) -> lines.add("%s: %s takes %.1f ms with %,d submissions, %.1f ms with %,d"
			.formatted(kind, page, few.get(page), FEW, time, MANY)));
		lines.add(
				"%s: an acceptance takes %.2f ms with %,d submissions, %.2f ms with %,d, %.2f ms without the indexes of lists"
					.formatted(kind, takenWithFew.toNanos() / 1e6, FEW, takenWithMany.toNanos() / 1e6, MANY,
							takenWithoutLists.toNanos() / 1e6));
		Files.write(Path.of("target", "endurance.txt"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		assertThat(takenWithMany.toNanos() / 1e6).as("an acceptance, in milliseconds")
			.isLessThan(takenWithFew.toNanos() / 1e6 * 1.5 + 0.1);
		many.keySet().removeAll(LOOKING);
		many.forEach((page, time) -> assertThat(time).as(page).isLessThan(few.get(page) * 1.5 + 1));
	}

	private Map<String, Double> measure(int submissions, int secondsBetween) throws IOException {
		kind.clean();
		HarborLights.in(kind).race().harbor5k();
		jdbc().sql("insert into organizer (id, email, password) values (7, 'ann@example.org', '{noop}secret')")
			.update();
		jdbc().sql("insert into organizer_role (organizer_id, race_id, role) values (7, 4100, 'owner')").update();
		fill(submissions, secondsBetween);
		plans();
		try (var context = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "spring.main.banner-mode=off", "logging.level.root=warn")
			.run();
				PagesOverHttp browser = new PagesOverHttp(
						((ServletWebServerApplicationContext) context).getWebServer().getPort())) {
			browser.signIn("ann@example.org", "secret");
			return medians(browser);
		}
	}

	/**
	 * The median of each page's answers in milliseconds. All pages take turns, so that
	 * what else the machine does meets each alike; the first rounds warm up.
	 */
	private static Map<String, Double> medians(PagesOverHttp browser) {
		Map<String, long[]> spent = new LinkedHashMap<>();
		for (int round = -TIMES / 2; round < TIMES; round++) {
			for (Map.Entry<String, String> page : PAGES.entrySet()) {
				long start = System.nanoTime();
				HttpResponse<String> answer = browser.get(page.getValue());
				long end = System.nanoTime();
				assertThat(answer.statusCode()).as(page.getKey()).isIn(200, 404);
				spent.computeIfAbsent(page.getKey(), (key) -> new long[TIMES])[Math.max(0, round)] = end - start;
			}
		}
		Map<String, Double> medians = new LinkedHashMap<>();
		spent.forEach((page, times) -> {
			Arrays.sort(times);
			medians.put(page, times[TIMES / 2] / 1e6);
		});
		return medians;
	}

	private void fill(int submissions, int secondsBetween) throws IOException {
		boolean h2 = kind == TestDatabase.H2;
		String start = "timestamp with time zone '2026-06-01 00:00:00+00'";
		String at = h2 ? "dateadd('second', n * %d, %s)".formatted(secondsBetween, start)
				: "%s + n * interval '%d second'".formatted(start, secondsBetween);
		for (String statement : Files.readString(Path.of("benchmarks", "million-submissions.sql")).split(";\n")) {
			int chunk = statement.contains("{numbers}") ? CHUNK : submissions;
			for (int first = 1; first <= submissions && !statement.isBlank(); first += chunk) {
				jdbc()
					.sql(statement.replace("{numbers}", numbers(first, Math.min(submissions, first + chunk - 1)))
						.replace("{at}", at)
						.replace("{event}", "41001"))
					.update();
			}
		}
		jdbc().sql("alter table submission alter column id restart with 10000000").update();
		jdbc().sql(h2 ? "analyze" : "vacuum analyze").update();
	}

	private static String numbers(int first, int last) {
		return ((kind == TestDatabase.H2) ? "select \"X\" as n from system_range(%d, %d)"
				: "select cast(n as bigint) as n from generate_series(%d, %d) as n")
			.formatted(first, last);
	}

	/** No list walks through a whole table once there is something to walk through. */
	private void plans() {
		PAGES.forEach((page, address) -> {
			if (address.startsWith(LIST) && !address.startsWith(LIST + "/")) {
				ListFilter filter = ListReader.read(form(address), ZoneId.of("America/New_York")).filter();
				ListWalk walk = ListWalk.of(41001, filter);
				String plan = String
					.join("\n",
							jdbc().sql("explain " + walk.found(null))
								.params(walk.parameters())
								.param("limit", 51)
								.param("most", walk.mostAtFirst(51))
								.query(String.class)
								.list())
					.toLowerCase(Locale.ROOT);
				if (rows() > 500_000) {
					assertThat(WHOLE_TABLES).as(page + plan).noneMatch(plan::contains);
				}
			}
		});
	}

	private long rows() {
		return jdbc().sql("select coalesce(max(id), 0) from submission").query(Long.class).single();
	}

	private static ListForm form(String address) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String field : address.substring(address.indexOf('?') + 1).split("&")) {
			String[] parts = field.split("=", 2);
			values.put(parts[0], (parts.length == 2) ? parts[1] : "");
		}
		return new ListForm(values.get("q"), values.get("state"), values.get("outcome"), values.get("doubt"),
				values.get("timeFrom"), values.get("timeTo"), values.get("since"), values.get("until"),
				values.get("sort"), null);
	}

	private static void dropWhatListsNeed() {
		INDEXES.keySet().forEach((index) -> jdbc().sql("drop index " + index).update());
	}

	private static JdbcClient jdbc() {
		return kind.jdbc();
	}

	/**
	 * The organizers' pages over the filled database.
	 */
	@EnableAutoConfiguration
	@Import(OtherModules.class)
	@ComponentScan(basePackages = { "io.selftimed.security", "io.selftimed.web", "io.selftimed.organizer" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Tests|IT)\\$.*"))
	static class Application {

		@Bean(destroyMethod = "")
		DataSource dataSource() {
			return kind.dataSource();
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
			return (event, reader) -> {
			};
		}

		@Bean
		Resending resending() {
			return (event, participant, organizer) -> false;
		}

		@Bean
		InstantSource clock() {
			return InstantSource.system();
		}

	}

}
