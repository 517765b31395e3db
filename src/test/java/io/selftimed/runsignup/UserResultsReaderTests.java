package io.selftimed.runsignup;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import io.selftimed.runsignup.UserResult.Tally;
import io.selftimed.runsignup.UserResult.Time;
import io.selftimed.runsignup.UserResultsAnswer.CredentialBad;
import io.selftimed.runsignup.UserResultsAnswer.Misspoken;
import io.selftimed.runsignup.UserResultsAnswer.Received;
import io.selftimed.runsignup.UserResultsAnswer.ReceivedResult;
import io.selftimed.runsignup.UserResultsAnswer.Refused;
import io.selftimed.runsignup.UserResultsAnswer.SetUpWrongly;
import io.selftimed.runsignup.UserResultsAnswer.Throttled;
import io.selftimed.runsignup.UserResultsAnswer.Unavailable;
import io.selftimed.runsignup.UserResultsAnswer.Unknown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every shape of an answer, without a network.
 */
class UserResultsReaderTests {

	private static final UserResult MARSH = new UserResult(11L, 101L, new Time.Clock(1_020_000), new Tally.Unchanged(),
			null);

	private static final UserResult BIB_ONLY = new UserResult(null, 102L, Time.Code.DNF, new Tally.Unchanged(), null);

	private final UserResultsReader reader = new UserResultsReader(
			InstantSource.fixed(Instant.parse("2026-07-01T12:00:00Z")));

	private UserResultsAnswer read(int status, String body) {
		return read(status, null, body);
	}

	private UserResultsAnswer read(int status, @Nullable String retryAfter, String body) {
		return this.reader.read(List.of(MARSH, BIB_ONLY),
				new Reply.Whole(status, retryAfter, Documents.of(body.getBytes(StandardCharsets.UTF_8))));
	}

	private static String error(int code) {
		return "{\"error\":{\"error_code\":%d,\"error_msg\":\"So it is.\"}}".formatted(code);
	}

	@Test
	void itemsComeBackInTheOrderSentWhateverOrderAnswered() {
		assertThat(read(200,
				"""
						{"virtual_results":[{"registration_id":12,"bib_num":102,"submitted_time_in_ms":null},
						{"registration_id":"11","bib_num":"101","results_received_ts":1586571360,"individual_result_set_id":17030,
						"submitted_time_in_ms":"1020000","elevation_gain_in_mm":1200,"result_approval_ts":null,"more":{}}]}"""))
			.isEqualTo(new Received(
					List.of(Optional.of(new ReceivedResult(11L, 101L, 1586571360L, 17030L, 1020000L, 1200L, null)),
							Optional.of(new ReceivedResult(12L, 102L, null, null, null, null, null)))));
	}

	@Test
	void theFirstAnswerCountsTheUnaskedIsIgnoredAndTheUnansweredIsEmpty() {
		assertThat(read(500,
				"""
						{"virtual_results":[{"registration_id":99,"bib_num":101},{"registration_id":11,"submitted_time_in_ms":1},
						{"registration_id":11,"submitted_time_in_ms":2}]}"""))
			.isEqualTo(new Received(
					List.of(Optional.of(new ReceivedResult(11L, null, null, null, 1L, null, null)), Optional.empty())));
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 400, 500 })
	void theBodyDecidesNotTheStatus(int status) {
		assertThat(read(status, error(201))).isEqualTo(new SetUpWrongly(201, "So it is."));
		assertThat(read(status, "{\"virtual_results\":[{\"bib_num\":101}]}")).isInstanceOf(Received.class);
	}

	@ParameterizedTest
	@CsvSource({ "1", "2", "8", "10" })
	void ourOwnFaultsAreMisspoken(int code) {
		assertThat(read(200, error(code))).isEqualTo(new Misspoken(code, "So it is."));
	}

	@ParameterizedTest
	@CsvSource({ "6", "7", "13", "17" })
	void badCredentialsAreTold(int code) {
		assertThat(read(400, error(code))).isEqualTo(new CredentialBad(code, "So it is."));
	}

	@ParameterizedTest
	@CsvSource({ "201", "223", "301" })
	void wrongRacesAndEventsAreTold(int code) {
		assertThat(read(200, error(code))).isEqualTo(new SetUpWrongly(code, "So it is."));
	}

	@ParameterizedTest
	@CsvSource({ "3", "9", "11", "15", "115", "9999", "0" })
	void anyOtherCodeIsARefusal(int code) {
		assertThat(read(200, error(code))).isEqualTo(new Refused(code, "So it is."));
	}

	@ParameterizedTest
	@CsvSource({ "4", "5" })
	void theirOwnFaultsAreForLater(int code) {
		assertThat(read(200, error(code))).isEqualTo(new Unavailable(code, "So it is."));
	}

	@Test
	void errorsAreReadInEveryShape() {
		assertThat(read(200, "{\"error\":{\"error_code\":\"115\",\"error_msg\":\"x\"}}"))
			.isEqualTo(new Refused(115, "x"));
		assertThat(read(400, "{\"error\":\"bad\",\"details\":[{\"code\":17,\"message\":\"pair\"}]}"))
			.isEqualTo(new CredentialBad(17, "pair"));
		assertThat(read(400, "{\"details\":[{\"code\":6,\"message\":\"key\"}]}"))
			.isEqualTo(new CredentialBad(6, "key"));
		assertThat(read(401, "{\"error\":\"denied\"}")).isEqualTo(new CredentialBad(null, "denied"));
		assertThat(read(400, "{\"error\":\"denied\"}")).isEqualTo(new Unavailable(null, "denied"));
		assertThat(read(200, "{\"error\":[{\"error_code\":6,\"error_msg\":\"key\"}]}"))
			.isEqualTo(new CredentialBad(6, "key"));
		assertThat(read(200, "{\"error\":14}")).isInstanceOf(Throttled.class);
		assertThat(read(200, "{\"error\":{},\"virtual_results\":[]}")).isInstanceOf(Unavailable.class);
		for (String nothing : List.of("null", "false", "0", "[]", "\"\"")) {
			assertThat(read(200, "{\"error\":" + nothing + ",\"virtual_results\":[]}"))
				.isEqualTo(new Received(List.of(Optional.empty(), Optional.empty())));
		}
	}

	@Test
	void errorsInXmlAreReadWithTheirDetails() {
		assertThat(read(200, "<error><error_code>201</error_code><error_msg>Race not found.</error_msg></error>"))
			.isEqualTo(new SetUpWrongly(201, "Race not found."));
		assertThat(read(200, """
				<?xml version="1.0" encoding="UTF-8"?>
				<!DOCTYPE response SYSTEM "http://127.0.0.1:1/never.dtd">
				<response><error><error_code>3</error_code><error_msg>Invalid  parameters.</error_msg>
				<error_details><error_detail>clock_time: too long</error_detail>
				<error_detail>bib_num &lt; 1</error_detail></error_details></error></response>"""))
			.isEqualTo(new Refused(3, "Invalid parameters. clock_time: too long bib_num < 1"));
		assertThat(read(401, "<error>denied</error>")).isEqualTo(new CredentialBad(null, "denied"));
	}

	@Test
	void itemsInXmlAreReadAsInJson() {
		String item = """
				<virtual_result><registration_id>%d</registration_id><bib_num>%d</bib_num>
				<results_received_ts>1586571360</results_received_ts>
				<individual_result_set_id>895</individual_result_set_id>
				<submitted_time_in_ms>1020000</submitted_time_in_ms><result_approval_ts></result_approval_ts>
				<more><than>known</than></more></virtual_result>""";
		ReceivedResult marsh = new ReceivedResult(11L, 101L, 1586571360L, 895L, 1_020_000L, null, null);
		ReceivedResult bibOnly = new ReceivedResult(12L, 102L, 1586571360L, 895L, 1_020_000L, null, null);
		String one = item.formatted(11, 101);
		assertThat(read(200, "<any><virtual_results>" + one + "</virtual_results></any>"))
			.isEqualTo(new Received(List.of(Optional.of(marsh), Optional.empty())));
		assertThat(read(200, "<any><virtual_results>" + item.formatted(12, 102) + one + "</virtual_results></any>"))
			.isEqualTo(new Received(List.of(Optional.of(marsh), Optional.of(bibOnly))));
		assertThat(read(200, "<any><virtual_results> </virtual_results></any>"))
			.isEqualTo(new Received(List.of(Optional.empty(), Optional.empty())));
		assertThat(read(200, "<any><virtual_results/></any>")).isInstanceOf(Received.class);
		assertThat(read(200, "<any><virtual_results>" + one)).isInstanceOf(Unavailable.class);
	}

	@Test
	void anItemThatIsAnsweredTwiceShowsTheDoubt() {
		assertThat(read(200, """
				{"virtual_results":[{"registration_id":11,"submitted_time_in_ms":1020000},
				{"registration_id":11,"submitted_time_in_ms":990000},
				{"registration_id":99,"bib_num":101,"submitted_time_in_ms":5}]}"""))
			.isInstanceOfSatisfying(Received.class, (received) -> assertThat(received.items().getFirst())
				.hasValueSatisfying((item) -> assertThat(item.submittedTimeInMilliseconds()).isEqualTo(990_000)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1586571360000000000", "-1", "0", "null", "\"soon\"" })
	void aTimestampThatIsNoTimeIsLeftOut(String timestamp) {
		assertThat(read(200,
				"{\"virtual_results\":[{\"registration_id\":11,\"results_received_ts\":" + timestamp
						+ ",\"result_approval_ts\":" + timestamp + "}]}"))
			.isInstanceOfSatisfying(Received.class, (received) -> assertThat(received.items().getFirst())
				.hasValue(new ReceivedResult(11L, null, null, null, null, null, null)));
	}

	@Test
	void rowsUnderNumbersOrAloneAreRowsToo() {
		for (String rows : List.of("{\"0\":{\"registration_id\":11}}", "{\"registration_id\":11}",
				"{\"virtual_result\":{\"registration_id\":11}}", "{\"virtual_result\":[{\"registration_id\":11}]}")) {
			assertThat(read(200, "{\"virtual_results\":" + rows + "}")).isInstanceOfSatisfying(Received.class,
					(received) -> assertThat(received.items().getFirst()).isPresent());
		}
	}

	@Test
	void whatRunSignupSaysIsCapped() {
		String body = "{\"error\":{\"error_code\":3,\"error_msg\":\"" + "a".repeat(9000) + "\"}}";
		assertThat(read(200, body)).isEqualTo(new Refused(3, "a".repeat(500)));
	}

	@Test
	void throttlingSaysHowLongToWaitWhereItIsKnown() {
		assertThat(read(429, "7", "<html>")).extracting("retryAfter").isEqualTo(Duration.ofSeconds(7));
		assertThat(read(200, "Wed, 01 Jul 2026 12:01:30 GMT", error(14)))
			.isEqualTo(new Throttled(Duration.ofSeconds(90), "So it is."));
		assertThat(read(200, "Wed, 01 Jul 2026 11:00:00 GMT", error(14))).extracting("retryAfter")
			.isEqualTo(Duration.ZERO);
		assertThat(read(429, "soon", "")).extracting("retryAfter").isNull();
	}

	@ParameterizedTest
	@ValueSource(ints = { 502, 504, 524 })
	void aGatewaysAnswerLeavesTheOutcomeUnknown(int status) {
		assertThat(read(status, "<html>")).isInstanceOf(Unknown.class);
		assertThat(read(status, "{\"virtual_results\":[]}")).isInstanceOf(Unknown.class);
		assertThat(read(status, "{\"virtual_results\":[{\"registration_id\":11}]}")).isInstanceOf(Received.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "<html></html>", "{", "null", "[]", "[1]", "7", "{}", "{\"virtual_results\":7}",
			"{\"virtual_results\":[{\"registration_id\":11}" })
	void aBodyThatSaysNothingIsForLater(String body) {
		for (int status : new int[] { 200, 302, 404, 500, 503, 522 }) {
			assertThat(read(status, body)).isInstanceOf(Unavailable.class);
		}
	}

	@Test
	void itemsOfAnyKindAreSurvived() {
		assertThat(read(200,
				"{\"virtual_results\":[null,7,[],{\"registration_id\":{},\"bib_num\":1.5},{\"bib_num\":1e99}]}"))
			.isEqualTo(new Received(List.of(Optional.empty(), Optional.empty())));
	}

}
