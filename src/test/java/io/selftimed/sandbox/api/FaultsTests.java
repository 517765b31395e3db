package io.selftimed.sandbox.api;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.selftimed.sandbox.fault.Fault;
import io.selftimed.sandbox.fault.Reply;
import io.selftimed.sandbox.fault.Reply.Ending;
import io.selftimed.sandbox.fault.SetFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each fault does to a call, and whether the results are kept all the same.
 */
class FaultsTests {

	private static final String TWO = "{\"bib_num\":123,\"clock_time\":\"00:17:00.1\"},"
			+ "{\"bib_num\":456,\"clock_time\":\"00:17:00.2\"}";

	private static final String SOUND = "{\"virtual_results\":[{\"registration_id\":3210,\"bib_num\":123,"
			+ "\"results_received_ts\":1586571360,\"individual_result_set_id\":895,\"submitted_time_in_ms\":1020100,"
			+ "\"result_approval_ts\":null},{\"registration_id\":3211,\"bib_num\":456,"
			+ "\"results_received_ts\":1586571360,\"individual_result_set_id\":895,\"submitted_time_in_ms\":1020200,"
			+ "\"result_approval_ts\":null}]}";

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

	@ParameterizedTest
	@EnumSource
	void everyFaultIsOverAfterOneCallAndNoted(Fault fault) {
		during(fault);
		assertThat(during(null).body()).isEqualTo(SOUND);
		assertThat(this.simulator.calls.newest()).extracting(ReceivedCall::fault).containsExactly(null, fault);
	}

	@ParameterizedTest
	@EnumSource(names = { "SLOW", "DRIP", "APPLIED_THEN_RESET", "APPLIED_THEN_SILENCE", "TIMEOUT", "CUT_SHORT",
			"WRONG_CONTENT_TYPE", "DOCTYPE", "PARTIAL", "WRONG_ITEM", "ANSWERED_TWICE", "OTHER_TIME",
			"NUMBERS_AS_STRINGS", "UNKNOWN_FIELDS", "GIGANTIC" })
	void theseApplyTheCall(Fault fault) {
		during(fault);
		assertThat(this.simulator.kept.count()).isEqualTo(2);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE,
			names = { "SLOW", "DRIP", "APPLIED_THEN_RESET", "APPLIED_THEN_SILENCE", "TIMEOUT", "CUT_SHORT",
					"WRONG_CONTENT_TYPE", "DOCTYPE", "PARTIAL", "WRONG_ITEM", "ANSWERED_TWICE", "OTHER_TIME",
					"NUMBERS_AS_STRINGS", "UNKNOWN_FIELDS", "GIGANTIC", "BAD_ITEM_DROPPED" })
	void theOthersDoNot(Fault fault) {
		during(fault);
		assertThat(this.simulator.kept.count()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "CODE_4,200,4", "CODE_5,200,5", "CODE_6,200,6", "CODE_7,200,7", "CODE_14,200,14", "CODE_17,400,17",
			"CODE_201,200,201", "CODE_301,200,301", "CODE_UNKNOWN,200,9973", "TOO_MANY_REQUESTS,429,14",
			"BAD_ITEM,200,9" })
	void codesComeInTheUsualShape(Fault fault, int status, int code) {
		Reply reply = during(fault);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.body()).startsWith("{\"error\":{\"error_code\":" + code + ",\"error_msg\":\"");
		assertThat(this.simulator.calls.newest().getFirst().errorCode()).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource({ "BAD_GATEWAY,502", "CONNECTION_TIMED_OUT,522", "TIMEOUT,524", "APPLIED_LATE,502", "GARBAGE,200" })
	void whatStandsInFrontAnswersWithAPage(Fault fault, int status) {
		Reply reply = during(fault);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.body()).startsWith("<!DOCTYPE html>");
	}

	@Test
	void tooManyRequestsSaysWhenToComeBack() {
		assertThat(during(Fault.TOO_MANY_REQUESTS).headers()).containsEntry("Retry-After", "10");
	}

	@ParameterizedTest
	@CsvSource({ "HANG,45,SILENT", "APPLIED_THEN_SILENCE,45,SILENT", "RESET,0,SILENT", "APPLIED_THEN_RESET,0,SILENT",
			"SLOW,5,WHOLE", "CUT_SHORT,0,CUT_SHORT" })
	void someTakeTheirTimeAndSomeEndBadly(Fault fault, int seconds, Ending ending) {
		Reply reply = during(fault);
		assertThat(reply.silence()).hasSeconds(seconds);
		assertThat(reply.ending()).isEqualTo(ending);
	}

	@Test
	void whatIsAppliedLateReplacesWhatCameMeanwhile() {
		during(Fault.APPLIED_LATE);
		this.simulator.items(4900, 49002, "{\"bib_num\":123,\"clock_time\":\"00:16:00\"}");
		assertThat(time()).isEqualTo(960_000);
		this.simulator.later.get(Duration.ofSeconds(20)).run();
		assertThat(time()).isEqualTo(1_020_100);
	}

	@Test
	void theDocumentIsWrongAsAsked() {
		assertThat(during(Fault.PARTIAL).body()).contains("3210").doesNotContain("3211");
		assertThat(during(Fault.WRONG_ITEM).body()).contains("1000003210", "3211");
		assertThat(during(Fault.ANSWERED_TWICE).body()).containsPattern("3210.*3211.*3210");
		assertThat(during(Fault.OTHER_TIME).body()).contains("1021100", "1021200");
		assertThat(during(Fault.NUMBERS_AS_STRINGS).body()).contains("\"registration_id\":\"3210\"");
		assertThat(during(Fault.UNKNOWN_FIELDS).body()).contains("\"result_extra\":{\"depth\":2}");
		assertThat(during(Fault.GIGANTIC).padding()).isEqualTo(1L << 30);
	}

	@Test
	void xmlMayBeDeclared() {
		this.simulator.faults.set(SetFault.next(1, Fault.DOCTYPE));
		assertThat(this.simulator.post("xml", 4900, 49002, "json", "{\"virtual_results\":[]}").body())
			.startsWith("<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n<!DOCTYPE ")
			.endsWith("_upload>");
	}

	@Test
	void theBadItemMayBeSomebodys() {
		this.simulator.faults.set(new SetFault(Fault.BAD_ITEM_DROPPED, null, 100, Duration.ZERO, null, 456L));
		assertThat(this.simulator.items(4900, 49002, TWO)).contains("3210").doesNotContain("3211");
		assertThat(this.simulator.kept.newest(null, 9)).extracting(KeptResult::bib).containsExactly(123L);
	}

	@Test
	void itemsThatBreakARuleAreDroppedToo() {
		this.simulator.faults.set(new SetFault(Fault.BAD_ITEM_DROPPED, 1, null, Duration.ZERO, null, 1L));
		assertThat(this.simulator.items(4900, 49002, "{\"bib_num\":999,\"clock_time\":\"DNF\"}," + TWO))
			.isEqualTo(SOUND);
	}

	@Test
	void aThirdCallIsOneTooMany() {
		this.simulator.faults.set(SetFault.next(1, Fault.CODE_5));
		ApiCall call = new ApiCall("POST", Simulator.path(4900), Map.of("format", "json"), Map.of(), Map.of());
		assertThat(this.simulator.callTooMuch(call).body()).contains("\"error_code\":14,");
		assertThat(this.simulator.faults.all()).as("its fault waits for the next").hasSize(1);
	}

	@Test
	void downIsDownForEveryCallUntilItIsBack() {
		this.simulator.faults.down(true);
		assertThat(during(null).status()).isEqualTo(522);
		assertThat(during(Fault.CODE_5).status()).isEqualTo(522);
		this.simulator.faults.down(false);
		assertThat(during(null).body()).contains("\"error_code\":5,");
		assertThat(during(null).body()).isEqualTo(SOUND);
	}

	private long time() {
		Long time = this.simulator.kept.find(49002, 3210).orElseThrow().milliseconds();
		return (time != null) ? time : -1;
	}

	private Reply during(@Nullable Fault fault) {
		if (fault != null) {
			this.simulator.faults.set(SetFault.next(1, fault));
		}
		return this.simulator.post("json", 4900, 49002, "json", "{\"virtual_results\":[" + TWO + "]}");
	}

}
