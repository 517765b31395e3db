package io.selftimed.sandbox.api;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.selftimed.sandbox.fault.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of RunSignup's page, byte for byte, in every mix of formats.
 */
class PublishedExamplesTests {

	private static final String ANSWERED_JSON = "{\"virtual_results\":[{\"registration_id\":3210,\"bib_num\":123,"
			+ "\"results_received_ts\":1586571360,\"individual_result_set_id\":17030,"
			+ "\"submitted_time_in_ms\":1020100,\"elevation_gain_in_mm\":1200,\"result_approval_ts\":null},"
			+ "{\"registration_id\":3211,\"bib_num\":456,\"results_received_ts\":1586571360,"
			+ "\"individual_result_set_id\":17030,\"submitted_time_in_ms\":1020200,"
			+ "\"elevation_gain_in_mm\":12000,\"result_approval_ts\":null}]}";

	private static final String ANSWERED_XML = "<event_individual_results_user_upload><virtual_results>"
			+ "<virtual_result><registration_id>3210</registration_id><bib_num>123</bib_num>"
			+ "<results_received_ts>1586571360</results_received_ts>"
			+ "<individual_result_set_id>895</individual_result_set_id>"
			+ "<submitted_time_in_ms>1020100</submitted_time_in_ms><result_approval_ts></result_approval_ts>"
			+ "</virtual_result><virtual_result><registration_id>3211</registration_id><bib_num>456</bib_num>"
			+ "<results_received_ts>1586571360</results_received_ts>"
			+ "<individual_result_set_id>895</individual_result_set_id>"
			+ "<submitted_time_in_ms>1022500</submitted_time_in_ms><result_approval_ts></result_approval_ts>"
			+ "</virtual_result></virtual_results></event_individual_results_user_upload>";

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
	void theJsonExampleIsAnsweredInJson() {
		Reply reply = this.simulator.post("json", 4900, 49001, "json", Simulator.published("request.json"));
		assertThat(reply.body()).isEqualTo(ANSWERED_JSON);
		assertThat(reply.headers()).containsEntry("Content-Type", "application/json");
	}

	@Test
	void theXmlExampleIsAnsweredInXml() {
		Reply reply = this.simulator.post("xml", 4900, 49002, "xml", Simulator.published("request.xml"));
		assertThat(reply.body()).isEqualTo(ANSWERED_XML);
		assertThat(reply.headers()).containsEntry("Content-Type", "application/xml");
	}

	@Test
	void xmlIsMeantWhereNoFormatIsNamed() {
		Map<String, String> form = Simulator.form(4900, 49002, "xml", Simulator.published("request.xml"));
		form.remove("request_format");
		Reply reply = this.simulator.call(new ApiCall("POST", Simulator.path(4900), Simulator.KEY, form, Map.of()));
		assertThat(reply.body()).isEqualTo(ANSWERED_XML);
	}

	@ParameterizedTest
	@CsvSource({ "json,json", "json,xml", "xml,json", "xml,xml" })
	void requestAndAnswerMayDifferInFormat(String answered, String sent) {
		String request = sent.equals("json") ? Simulator.published("request.json") : Simulator.published("request.xml")
			.replace("</virtual_result>", "<elevation_gain_in_mm>1200</elevation_gain_in_mm></virtual_result>");
		Reply reply = this.simulator.post(answered, 4900, 49001, sent, request);
		assertThat(reply.body())
			.startsWith(answered.equals("json") ? "{\"virtual_results\":[{\"registration_id\":3210,"
					: "<event_individual_results_user_upload><virtual_results><virtual_result><registration_id>3210<")
			.contains("1200")
			.contains("3211");
		assertThat(this.simulator.kept.find(49001, 3211).orElseThrow().tally()).isEqualTo(new BigDecimal("1.75"));
	}

	/** The page's answers are about other runners than its requests. */
	@Test
	void answersAreWrittenAsTheyArePublished() {
		KeptResult json = new KeptResult(1, 8106676, 1, "00:17:00", 1020000L, 1200L, null, 17030, 1586571360);
		KeptResult xml = new KeptResult(1, 2645519, 1, "00:17:00.5", 1020500L, null, null, 895, 1586572952);
		assertThat(PostUserResults.answer(List.of(json)).in(Format.JSON).body())
			.isEqualTo(Simulator.dense(Simulator.published("response.json")));
		assertThat(PostUserResults.answer(List.of(xml)).in(Format.XML).body())
			.isEqualTo(Simulator.dense(Simulator.published("response.xml")));
	}

	@Test
	void anEmptyTallyInXmlClearsAndAnAbsentOneDoesNot() {
		String item = "<request><virtual_result><bib_num>123</bib_num><clock_time>DNF</clock_time>%s"
				+ "</virtual_result></request>";
		this.simulator.post("xml", 4900, 49002, "xml", item.formatted("<tally_value>1.75</tally_value>"));
		this.simulator.post("xml", 4900, 49002, "xml", item.formatted(""));
		assertThat(this.simulator.kept.find(49002, 3210).orElseThrow().tally()).isEqualTo(new BigDecimal("1.75"));
		this.simulator.post("xml", 4900, 49002, "xml", item.formatted("<tally_value/>"));
		assertThat(this.simulator.kept.find(49002, 3210).orElseThrow().tally()).isNull();
	}

	@Test
	void errorsComeInTheFormatOfTheAnswer() {
		assertThat(this.simulator.post("xml", 4901, 49001, "json", "").body())
			.isEqualTo("<error><error_code>201</error_code><error_msg>Race not found.</error_msg></error>");
		assertThat(this.simulator.post("json", 4901, 49001, "xml", "").body())
			.isEqualTo("{\"error\":{\"error_code\":201,\"error_msg\":\"Race not found.\"}}");
	}

	@Test
	void anUnknownFormatIsRefused() {
		assertThat(this.simulator.post("yaml", 4900, 49001, "json", "").body())
			.startsWith("<error><error_code>10</error_code>");
		Map<String, String> query = new HashMap<>(Simulator.KEY);
		query.put("format", "json");
		assertThat(this.simulator
			.call(new ApiCall("POST", Simulator.path(4900), query, Simulator.form(4900, 49001, "yaml", ""), Map.of()))
			.body()).startsWith("{\"error\":{\"error_code\":10,");
	}

}
