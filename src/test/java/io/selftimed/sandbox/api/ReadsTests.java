package io.selftimed.sandbox.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The calls that read, in the shapes of the contract.
 */
class ReadsTests {

	private static final String RESULTS = "/race/4900/results/get-results";

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
	void aRaceHasItsEventsInItsOwnTime() {
		assertThat(read("/race/4100", Map.of())).startsWith("{\"race\":{\"race_id\":4100,"
				+ "\"name\":\"Harbor Lights Virtual Run\",\"is_draft_race\":\"F\",\"timezone\":\"America/New_York\","
				+ "\"events\":[{\"event_id\":41001,\"name\":\"Harbor 5K\",\"start_time\":\"3/12/2020 06:00\","
				+ "\"end_time\":\"5/11/2020 06:00\",\"event_type\":\"virtual_race\",\"distance\":\"5K\"},")
			.contains("\"event_id\":41003,\"name\":\"Harbor Miles\"", "\"distance\":null", "\"event_id\":41004");
	}

	@Test
	void participantsComeInPagesAndOneHasNoBib() {
		Map<String, String> page = Map.of("event_id", "49001", "results_per_page", "2", "page", "2");
		assertThat(read("/race/4900/participants", page)).isEqualTo("[{\"event\":{\"event_id\":49001},"
				+ "\"participants\":[{\"user\":{\"user_id\":7000003212,\"first_name\":\"Cyd\",\"middle_name\":null,"
				+ "\"last_name\":\"Autumn\",\"email\":\"runner3212@harborlights.example\",\"dob\":\"2001-10-11\","
				+ "\"gender\":\"F\"},\"registration_id\":3212,\"event_id\":49001,\"bib_num\":null,\"chip_num\":null,"
				+ "\"age\":18,\"last_modified\":1586563200,\"imported\":\"F\"}]}]");
		assertThat(read("/race/4900/participants", Map.of("event_id", "49001", "page", "9")))
			.endsWith("\"participants\":[]}]");
	}

	@Test
	void theRosterIsTheDemos() {
		String roster = read("/race/4100/participants", Map.of("event_id", "41001", "results_per_page", "2500"));
		assertThat(roster.split("\"registration_id\"")).hasSize(401);
		assertThat(roster).contains("\"last_name\":\"Marsh\"", "\"dob\":\"1990-04-12\"",
				"\"registration_id\":41001500");
	}

	@Test
	void modifiedAfterIsInclusive() {
		Map<String, String> query = new HashMap<>(
				Map.of("event_id", "49001", "modified_after_timestamp", "1586563200"));
		assertThat(read("/race/4900/participants", query)).contains("3210");
		query.put("modified_after_timestamp", "1586563201");
		assertThat(read("/race/4900/participants", query)).doesNotContain("3210");
	}

	@Test
	void removedParticipantsAreOfEveryKind() {
		assertThat(read("/race/4900/removed-participants", Map.of("event_id", "49001")))
			.startsWith("{\"event\":{\"event_id\":49001,\"participants\":[{\"user\":{")
			.contains("\"removed_reason\":\"cleared\",\"new_registration_id\":null",
					"\"removed_reason\":\"transferred\",\"new_registration_id\":3210", "\"deferred\"", "\"removed\"");
	}

	@Test
	void anEventGetsItsResultSetWithItsFirstResult() {
		Map<String, String> event = Map.of("event_id", "41003");
		assertThat(read("/race/4100/results/get-result-sets", event)).isEqualTo("{\"individual_results_sets\":[]}");
		this.simulator.items(4100, 41003, "{\"bib_num\":101,\"clock_time\":\"DNF\",\"elevation_gain_in_mm\":0}");
		assertThat(read("/race/4100/results/get-result-sets", event)).isEqualTo("{\"individual_results_sets\":["
				+ "{\"individual_result_set_id\":52001,\"individual_result_set_name\":\"Harbor Miles 52001\","
				+ "\"public_results\":\"T\",\"preliminary_results\":\"F\"}]}");
	}

	@Test
	void aResultIsSeenOnceItIsApproved() {
		post("123", "00:17:00.1");
		post("456", "00:16:00");
		assertThat(read(RESULTS, Map.of("event_id", "49002"))).endsWith("\"results\":[]}]}");
		assertThat(this.simulator.kept.approve(49002L, 3210L, 1586571999)).isEqualTo(1);
		assertThat(this.simulator.kept.approve(null, null, 1586571999)).isEqualTo(1);
		assertThat(read(RESULTS, Map.of("event_id", "49002", "registration_id", "3210")))
			.endsWith("\"results\":[{\"result_id\":600000003210,\"place\":2,\"bib\":123,\"first_name\":\"Ada\","
					+ "\"last_name\":\"Winter\",\"clock_time\":\"00:17:00.1\"}]}]}");
	}

	@Test
	void resultsComeInPagesIfAPageIsAskedFor() {
		post("123", "00:17:00.1");
		post("456", "00:16:00");
		this.simulator.kept.approve(null, null, 1586571999);
		Map<String, String> query = new HashMap<>(Map.of("event_id", "49002", "results_per_page", "1", "page", "1"));
		assertThat(read(RESULTS, query)).contains("\"bib\":456").doesNotContain("\"bib\":123");
		query.put("page", "2");
		assertThat(read(RESULTS, query)).contains("\"place\":2,\"bib\":123").doesNotContain("\"bib\":456");
		query.put("page", "3");
		assertThat(read(RESULTS, query)).endsWith("\"results\":[]}]}");
		query.put("page", "one");
		assertThat(read(RESULTS, query)).contains("page is no number.");
	}

	@Test
	void aResultThatWasChangedOrForgottenStaysSoAfterAStart() throws IOException {
		post("123", "00:17:00.1");
		post("456", "00:16:00");
		this.simulator.kept.approve(null, null, 1586571999);
		this.simulator.kept.change(49002, 3210);
		this.simulator.kept.forget(49002, 3211);
		for (int start = 0; start < 2; start++) {
			assertThat(read(RESULTS, Map.of("event_id", "49002"))).contains("\"bib\":123", "00:17:10.1")
				.doesNotContain("\"bib\":456");
			this.simulator.close();
			this.simulator = new Simulator(this.folder);
		}
	}

	@Test
	void aCorrectionWaitsForApprovalAgain() {
		post("123", "00:17:00.1");
		this.simulator.kept.approve(null, null, 1586571999);
		post("123", "DNF");
		assertThat(read(RESULTS, Map.of("event_id", "49002"))).endsWith("\"results\":[]}]}");
	}

	@Test
	void whereNobodyApprovesAResultIsSeenAtOnce() {
		this.simulator.approvals.demand(49002, false);
		assertThat(post("123", "00:17:00.1")).contains("\"result_approval_ts\":1586571360");
		assertThat(read(RESULTS, Map.of("event_id", "49002"))).contains("\"bib\":123");
		assertThat(settings()).contains("\"results_require_approval\":\"F\"");
	}

	@Test
	void settingsSayHowLongResultsAreTaken() {
		assertThat(settings()).isEqualTo("{\"virtual_result_settings\":{\"accept_results_end_ts\":1589191200,"
				+ "\"results_require_approval\":\"T\"}}");
	}

	@Test
	void aKeyOfTheSecondVersionSaysWhatItBelongsTo() {
		ApiCall call = new ApiCall("GET", "/v2/auth-info/entity-info.json", Map.of("rsu_api_key", "sandbox"), Map.of(),
				Map.of("x-rsu-api-secret", "sandbox"));
		assertThat(this.simulator.call(call).body())
			.isEqualTo("{\"entity_type\":\"partner\",\"entity_specific_id\":4000}");
		assertThat(read("/v2/auth-info/entity-info.json", Map.of())).isEqualTo("{\"error\":\"Key authentication failed."
				+ "\",\"details\":[{\"code\":6,\"message\":\"Key authentication failed.\"}]}");
	}

	@Test
	void readsComeInXmlWhereNobodySays() {
		assertThat(this.simulator.get("/race/4900/results/get-result-sets", Map.of("event_id", "49002")).body())
			.isEqualTo("<individual_results_sets><individual_results_set>"
					+ "<individual_result_set_id>895</individual_result_set_id>"
					+ "<individual_result_set_name>XML Example 895</individual_result_set_name>"
					+ "<public_results>T</public_results><preliminary_results>F</preliminary_results>"
					+ "</individual_results_set></individual_results_sets>");
	}

	@ParameterizedTest
	@CsvSource({ "/race/1,49001,201", "/race/x,49001,15", "/race/4900/participants,,3", "/race/4900/participants,x,15",
			"/race/4900/participants,41001,301", "/races,1,1", "/race/4900/results/user-results,1,2", "/race/%zz,1,1" })
	void whatDoesNotExistIsAnError(String path, String event, int code) {
		Map<String, String> query = (event != null) ? Map.of("event_id", event) : Map.of();
		assertThat(read(path, query)).startsWith("{\"error\":{\"error_code\":" + code + ",");
	}

	private String settings() {
		return read("/v2/vr-settings.json", Map.of("race_id", "4900", "event_id", "49002"));
	}

	private String post(String bib, String time) {
		return this.simulator.items(4900, 49002, "{\"bib_num\":" + bib + ",\"clock_time\":\"" + time + "\"}");
	}

	private String read(String path, Map<String, String> query) {
		Map<String, String> json = new HashMap<>(query);
		json.put("format", "json");
		return this.simulator.get(path, json).body();
	}

}
