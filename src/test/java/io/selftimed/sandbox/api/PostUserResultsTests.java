package io.selftimed.sandbox.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The simulator answers as RunSignup's published page says.
 */
class PostUserResultsTests {

	@TempDir
	private Path folder;

	private Simulator simulator;

	@BeforeEach
	void start() {
		this.simulator = new Simulator(this.folder);
	}

	@AfterEach
	void stop() throws IOException {
		this.simulator.close();
	}

	@Test
	void registrationWinsOverTheBib() {
		assertThat(post(4900, 49002, item("\"registration_id\":3210,\"bib_num\":456"))).contains("\"bib_num\":123,");
	}

	@Test
	void bibAloneFindsItsRegistration() {
		assertThat(post(4900, 49002, item("\"bib_num\":456"))).contains("\"registration_id\":3211,");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"bib_num\":999|115", "\"registration_id\":999|15", "\"tally_value\":1|3",
			"\"registration_id\":null,\"bib_num\":null|3", "\"bib_num\":123,\"tally_value\":\"x\"|3" })
	void itemsThatBreakARuleAreRefused(String fields, int code) {
		assertError(post(4900, 49002, item(fields)), code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "00:00:00", "17:00", "1000:00:00", "00:60:00", "00:17:00.12", "dnf", "", "00:00:00.0" })
	void badClockTimesAreRefused(String clockTime) {
		assertError(post(4900, 49002, "{\"bib_num\":123,\"clock_time\":\"" + clockTime + "\"}"), 3);
	}

	@ParameterizedTest
	@CsvSource({ "0:00:00.1,100", "999:59:59.9,3599999900", "00:17:00,1020000", "DNF,null", "DQ,null", "DNS,null",
			"DNQ,null" })
	void clockTimesAreAnsweredInMilliseconds(String clockTime, String milliseconds) {
		assertThat(post(4900, 49002, "{\"bib_num\":123,\"clock_time\":\"" + clockTime + "\"}"))
			.contains("\"submitted_time_in_ms\":" + milliseconds + ",");
	}

	@Test
	void elevationGainIsRequiredWhereItIsAllowed() {
		assertError(post(4900, 49001, item("\"bib_num\":123")), 3);
	}

	@Test
	void elevationGainIsIgnoredWhereThereIsNone() {
		assertThat(post(4900, 49002, item("\"bib_num\":123,\"elevation_gain_in_mm\":5"))).doesNotContain("elevation");
	}

	@Test
	void tallyThatIsAbsentStaysAndThatIsNullGoes() {
		post(4900, 49002, item("\"bib_num\":123,\"tally_value\":1.75"));
		post(4900, 49002, item("\"bib_num\":123"));
		assertThat(tally()).isEqualTo("1.75");
		post(4900, 49002, item("\"bib_num\":123,\"tally_value\":\"\""));
		assertThat(tally()).isEqualTo("null");
		post(4900, 49002, item("\"bib_num\":123,\"tally_value\":2"));
		post(4900, 49002, item("\"bib_num\":123,\"tally_value\":null"));
		assertThat(tally()).isEqualTo("null");
	}

	@Test
	void batchWithABadItemFailsWhole() {
		assertError(post(4900, 49002, item("\"bib_num\":123") + "," + item("\"bib_num\":9")), 115);
		assertThat(this.simulator.kept.newest(null, 10)).isEmpty();
	}

	@Test
	void eventWithSeveralResultSetsNeedsOneNamed() {
		String item = item("\"registration_id\":41002101");
		assertError(post(4100, 41002, item), 3);
		assertThat(post(4100, 41002, item, Map.of("individual_result_set_id", "51003")))
			.contains("\"individual_result_set_id\":51003,");
		assertError(post(4100, 41002, item, Map.of("individual_result_set_id", "51009")), 15);
	}

	@Test
	void eventWithoutAResultSetGetsOneAndKeepsIt() {
		String item = item("\"bib_num\":101,\"elevation_gain_in_mm\":0");
		assertThat(post(4100, 41003, item)).contains("\"individual_result_set_id\":52001,");
		assertThat(post(4100, 41003, item.replace("101", "102"))).contains("\"individual_result_set_id\":52001,");
	}

	@Test
	void unknownRacesAndEventsAreErrors() {
		assertThat(post(4901, 49001, ""))
			.isEqualTo("{\"error\":{\"error_code\":201,\"error_msg\":\"Race not found.\"}}");
		assertError(post(4900, 41001, ""), 301);
	}

	@Test
	void requestsThatAreNoDocumentAreRefused() {
		assertError(post(4900, 49002, "{"), 3);
		assertError(post(4900, 49002, "", Map.of("request", "{}")), 3);
	}

	@Test
	void tallyOfABillionDigitsIsRefused() {
		assertError(post(4900, 49002, item("\"bib_num\":123,\"tally_value\":1e999999999")), 3);
	}

	@ParameterizedTest
	@CsvSource({ "x,49002,15", "4900,x,15", "4900,-1,15", "4900,,3" })
	void idsAreNumbers(String race, String event, int code) {
		Map<String, String> form = new HashMap<>(Map.of("race_id", race));
		if (event != null) {
			form.put("event_id", event);
		}
		Map<String, String> query = new HashMap<>(Simulator.KEY);
		query.put("format", "json");
		assertError(this.simulator
			.call(new ApiCall("POST", "/race/" + race + "/results/user-results", query, form, Map.of()))
			.body(), code);
	}

	@Test
	void whatCannotBeWrittenIsNotKept() throws IOException {
		this.simulator.kept.close();
		assertError(post(4900, 49002, item("\"bib_num\":123")), 5);
		assertThat(this.simulator.kept.newest(null, 10)).isEmpty();
	}

	@Test
	void whatIsKeptIsForItsOwnerOnly() throws IOException {
		assumeTrue(this.folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
		assertThat(PosixFilePermissions
			.toString(Files.getPosixFilePermissions(this.folder.resolve("sandbox-runsignup.jsonl"))))
			.isEqualTo("rw-------");
	}

	@Test
	void resultsSurviveARestartAndATornLine() throws IOException {
		post(4900, 49002, item("\"bib_num\":123,\"tally_value\":1.75"));
		this.simulator.kept.close();
		Path file = this.folder.resolve("sandbox-runsignup.jsonl");
		Files.writeString(file, "[{\"eventId\":490", StandardOpenOption.APPEND);
		start();
		assertThat(tally()).isEqualTo("1.75");
		post(4900, 49002, item("\"bib_num\":456"));
		this.simulator.kept.close();
		start();
		assertThat(this.simulator.kept.newest(null, 10)).extracting(KeptResult::bib).containsExactly(456L, 123L);
		assertThat(this.simulator.kept.newest(3210L, 10)).extracting(KeptResult::bib).containsExactly(123L);
	}

	private String tally() {
		return String.valueOf(this.simulator.kept.find(49002, 3210).orElseThrow().tally());
	}

	private static String item(String fields) {
		return "{" + fields + ",\"clock_time\":\"00:17:00.1\"}";
	}

	private String post(long race, long event, String items) {
		return post(race, event, items, Map.of());
	}

	private String post(long race, long event, String items, Map<String, String> more) {
		Map<String, String> query = new HashMap<>(Simulator.KEY);
		query.put("format", "json");
		Map<String, String> form = Simulator.form(race, event, "json", "{\"virtual_results\":[" + items + "]}");
		form.putAll(more);
		return this.simulator.call(new ApiCall("POST", Simulator.path(race), query, form, Map.of())).body();
	}

	private static void assertError(String answer, int code) {
		assertThat(answer).startsWith("{\"error\":{\"error_code\":" + code + ",");
	}

}
