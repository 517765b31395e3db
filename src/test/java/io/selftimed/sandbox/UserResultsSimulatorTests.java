package io.selftimed.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

/**
 * The simulator answers as RunSignup's published page says.
 */
class UserResultsSimulatorTests {

	private static final Instant PUBLISHED = Instant.ofEpochSecond(1586571360);

	private static final Map<String, String> KEY = Map.of("format", "json", "api_key", "sandbox", "api_secret",
			"sandbox");

	@TempDir
	private Path folder;

	private KeptResults kept;

	private ReceivedCalls calls;

	private UserResultsSimulator simulator;

	@BeforeEach
	void start() {
		this.kept = new KeptResults(this.folder);
		this.calls = new ReceivedCalls();
		this.simulator = new UserResultsSimulator(new SimulatedRaces(), this.kept, this.calls,
				Clock.fixed(PUBLISHED, ZoneOffset.UTC));
	}

	@AfterEach
	void stop() throws IOException {
		this.kept.close();
	}

	@Test
	void answersThePublishedExampleByteForByte() {
		assertThat(post(4900, 49001, """
				{"bib_num":123,"clock_time":"00:17:00.1","tally_value":null,"registration_id":3210,
				"elevation_gain_in_mm":1200},{"bib_num":456,"clock_time":"00:17:00.2","tally_value":1.75,
				"registration_id":3211,"elevation_gain_in_mm":12000}"""))
			.isEqualTo("{\"virtual_results\":[{\"registration_id\":3210,\"bib_num\":123,"
					+ "\"results_received_ts\":1586571360,\"individual_result_set_id\":17030,"
					+ "\"submitted_time_in_ms\":1020100,\"elevation_gain_in_mm\":1200,\"result_approval_ts\":null},"
					+ "{\"registration_id\":3211,\"bib_num\":456,\"results_received_ts\":1586571360,"
					+ "\"individual_result_set_id\":17030,\"submitted_time_in_ms\":1020200,"
					+ "\"elevation_gain_in_mm\":12000,\"result_approval_ts\":null}]}");
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
		assertThat(this.kept.newest(null, 10)).isEmpty();
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
	void otherFormatsAreNotSupported() {
		assertError(post(4900, 49002, "", Map.of("request_format", "xml")), 10);
		assertError(this.simulator.answer(new UserResultsCall("4900", Map.of(), Map.of(), null, "Bearer sandbox")), 10);
	}

	@ParameterizedTest
	@CsvSource({ "api_key,api_secret,,", "tmp_key,tmp_secret,,", "rsu_api_key,,sandbox,", "sp_api_key,,sandbox,",
			",,,Bearer sandbox" })
	void everyKindOfKeyOpens(String key, String secret, String header, String authorization) {
		Map<String, String> query = new HashMap<>();
		query.put(key, "sandbox");
		query.put(secret, "sandbox");
		assertError(this.simulator.answer(new UserResultsCall("4900", query, Map.of(), header, authorization)), 10);
	}

	@Test
	void wrongKeyIsRefusedAndNotedWithoutItsSecret() {
		Map<String, String> query = Map.of("format", "json", "api_key", "sandbox", "api_secret", "hunter2");
		assertThat(this.simulator.answer(new UserResultsCall("4900", query, Map.of(), null, null)))
			.isEqualTo("{\"error\":{\"error_code\":6,\"error_msg\":\"Key authentication failed.\"}}");
		assertThat(this.calls.newest()).singleElement().asString().contains("errorCode=6").doesNotContain("hunter2");
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
		assertError(this.simulator.answer(new UserResultsCall(race, KEY, form, null, null)), code);
	}

	@Test
	void whatCannotBeWrittenIsNotKept() throws IOException {
		this.kept.close();
		assertError(post(4900, 49002, item("\"bib_num\":123")), 5);
		assertThat(this.kept.newest(null, 10)).isEmpty();
	}

	@Test
	void resultsSurviveARestartAndATornLine() throws IOException {
		post(4900, 49002, item("\"bib_num\":123,\"tally_value\":1.75"));
		this.kept.close();
		Path file = this.folder.resolve("sandbox-runsignup.jsonl");
		Files.writeString(file, "[{\"eventId\":490", StandardOpenOption.APPEND);
		start();
		assertThat(tally()).isEqualTo("1.75");
		post(4900, 49002, item("\"bib_num\":456"));
		this.kept.close();
		start();
		assertThat(this.kept.newest(null, 10)).extracting(KeptResult::bib).containsExactly(456L, 123L);
		assertThat(this.kept.newest(3210L, 10)).extracting(KeptResult::bib).containsExactly(123L);
	}

	private String tally() {
		return String.valueOf(this.kept.find(49002, 3210).orElseThrow().tally());
	}

	private static String item(String fields) {
		return "{" + fields + ",\"clock_time\":\"00:17:00.1\"}";
	}

	private String post(long race, long event, String items) {
		return post(race, event, items, Map.of());
	}

	private String post(long race, long event, String items, Map<String, String> more) {
		Map<String, String> form = new HashMap<>(Map.of("race_id", String.valueOf(race), "event_id",
				String.valueOf(event), "request_format", "json", "request", "{\"virtual_results\":[" + items + "]}"));
		form.putAll(more);
		return this.simulator.answer(new UserResultsCall(String.valueOf(race), KEY, form, null, null));
	}

	private static void assertError(String answer, int code) {
		assertThat(answer).startsWith("{\"error\":{\"error_code\":" + code + ",");
	}

}
