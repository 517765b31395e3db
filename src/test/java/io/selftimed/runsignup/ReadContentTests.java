package io.selftimed.runsignup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.selftimed.runsignup.RemoteRace.RemoteEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the reads find in documents, as the contract shows them and as they may be.
 */
class ReadContentTests {

	private static JsonNode tree(String json) {
		return Documents.of(json).tree();
	}

	@Test
	void eventTimesAreInTheRacesZoneAndOthersInEastern() {
		RemoteRace race = ReadContent.race(tree("""
				{"race":{"race_id":4100,"name":"Lakes","timezone":"America/Chicago","last_modified":"3/1/2019 14:33",
				"is_draft_race":"F","events":[
				{"event_id":41001,"name":"5K","start_time":"3/20/2019 09:00","end_time":null,
				"event_type":"virtual_race","distance":"5K","more":[]},
				{"event_id":"41002","name":"Half","start_time":"3/20/2019 9:05","end_time":"4/1/2019 00:00",
				"event_type":"running_race","distance":null}]}}""")).orElseThrow();
		assertThat(race).isEqualTo(new RemoteRace(4100, "Lakes", ZoneId.of("America/Chicago"),
				Instant.parse("2019-03-01T19:33:00Z"),
				List.of(new RemoteEvent(41001, "5K", "virtual_race", Instant.parse("2019-03-20T14:00:00Z"), null, "5K"),
						new RemoteEvent(41002, "Half", "running_race", Instant.parse("2019-03-20T14:05:00Z"),
								Instant.parse("2019-04-01T05:00:00Z"), null))));
		assertThat(race.events()).extracting(RemoteEvent::isVirtual).containsExactly(true, false);
	}

	@Test
	void aRaceWithoutAZoneThatIsKnownHasNoTimes() {
		RemoteRace race = ReadContent.race(tree("""
				{"race":{"race_id":1,"timezone":"Mars/Olympus","events":[
				{"event_id":2,"start_time":"3/20/2019 09:00"},{"name":"without id"}]}}""")).orElseThrow();
		assertThat(race)
			.isEqualTo(new RemoteRace(1, "", null, null, List.of(new RemoteEvent(2, "", "", null, null, null))));
	}

	@Test
	void ofParticipantsOnlyWhatIsNeededIsKept() {
		RemotePage<RemoteParticipant> page = ReadContent.participants(tree("""
				[{"event":{"event_id":7}},{"event":{"event_id":661702},"participants":[
				{"user":{"first_name":"Zo\\u00eb","last_name":"Marsh","email":"zoe@example.com","dob":"1986-01-06",
				"gender":"F","phone":"555"},"registration_id":10,"event_id":661702,"bib_num":null,"age":35,
				"last_modified":1631042122},
				{"user":{"first_name":"Ben","last_name":"Summer","email":null,"dob":"","gender":"M"},
				"registration_id":"11","bib_num":"123"},
				{"registration_id":12},{"user":{},"bib_num":5}]},
				{"event":{"event_id":8},"participants":[{"registration_id":99}]}]"""), 661702).orElseThrow();
		assertThat(page.rows()).containsExactly(
				new RemoteParticipant(10, null, "Zo\u00eb", "Marsh", "zoe@example.com", LocalDate.of(1986, 1, 6),
						Instant.ofEpochSecond(1631042122)),
				new RemoteParticipant(11, 123L, "Ben", "Summer", null, null, null),
				new RemoteParticipant(12, null, "", "", null, null, null));
		assertThat(page.unreadable()).isEqualTo(1);
		assertThat(page.isFull(4)).isTrue();
		assertThat(page.isFull(5)).isFalse();
		assertThat(page.rows().toString()).doesNotContain("Marsh").doesNotContain("zoe").doesNotContain("1986");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "[{\"event\":{\"event_id\":5}}]",
			"[{\"event\":{\"event_id\":5},\"participants\":[]}]", "[{\"participants\":null}]" })
	void anEmptyPageIsThePageAfterTheLast(String json) {
		assertThat(ReadContent.participants(tree(json), 5)).hasValue(new RemotePage<>(List.of(), 0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "7", "null", "\"x\"", "<html/>", "{\"participants\":[]}" })
	void whatIsNoListOfParticipantsIsNone(String json) {
		assertThat(ReadContent.participants(tree(json), 5)).isEmpty();
		assertThat(ReadContent.race(tree(json))).isEmpty();
		assertThat(ReadContent.resultSets(tree(json))).isEmpty();
		assertThat(ReadContent.results(tree(json), 5)).isEmpty();
		assertThat(ReadContent.virtualSettings(tree(json))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"event\":{\"event_id\":5,\"participants\":%s}}", "{\"participants\":%s}",
			"{\"removed_participants\":%s}", "[{\"event\":{\"event_id\":5},\"participants\":%s}]" })
	void whoIsRegisteredNoMoreIsFoundWhereverItStands(String around) {
		String rows = """
				[{"registration_id":1,"removed_reason":"transferred","new_registration_id":2},
				{"registration_id":3,"removed_reason":"cleared","new_registration_id":null},{"removed_reason":"deferred"}]""";
		assertThat(ReadContent.removedParticipants(tree(around.formatted(rows)), 5)).hasValue(new RemotePage<>(
				List.of(new RemovedParticipant(1, "transferred", 2L), new RemovedParticipant(3, "cleared", null)), 1));
		assertThat(ReadContent.removedParticipants(tree(around.formatted("[]")), 5))
			.hasValue(new RemotePage<>(List.of(), 0));
	}

	@Test
	void whoLeftAnotherEventIsNotMeant() {
		assertThat(ReadContent.removedParticipants(tree("""
				[{"event":{"event_id":6},"participants":[{"registration_id":1}]},{"event":{"event_id":5}}]"""), 5))
			.hasValue(new RemotePage<>(List.of(), 0));
		assertThat(ReadContent.removedParticipants(tree("{\"more\":1}"), 5)).isEmpty();
	}

	@Test
	void flagsAreLettersNumbersOrWords() {
		assertThat(ReadContent.resultSets(tree("""
				{"individual_results_sets":[{"individual_result_set_id":51001,"individual_result_set_name":"Overall",
				"public_results":"T","preliminary_results":"F"},{"individual_result_set_id":"51002",
				"public_results":true,"preliminary_results":0},{"public_results":"T"},{"individual_result_set_id":51003,
				"public_results":"maybe"}]}"""))).hasValue(List.of(new ResultSet(51001, "Overall", true, false),
				new ResultSet(51002, "", true, false), new ResultSet(51003, "", null, null)));
	}

	@Test
	void onlyResultsOfTheSetThatWasAskedForCount() {
		RemotePage<RemoteResult> page = ReadContent.results(tree("""
				{"individual_results_sets":[{"individual_result_set_id":1,"results":[{"result_id":8,"bib":1}]},
				{"individual_result_set_id":2,"results":[{"result_id":9,"place":1,"bib":101,"registration_id":41001101,
				"clock_time":"1:17:00.1"},{"result_id":10,"place":null,"bib":null,"clock_time":"DNF"},{"bib":7}]}]}"""),
				2)
			.orElseThrow();
		assertThat(page).isEqualTo(new RemotePage<>(List.of(new RemoteResult(9, 41001101L, 101L, 1L, "1:17:00.1"),
				new RemoteResult(10, null, null, null, "DNF")), 1));
		assertThat(page.rows()).extracting(RemoteResult::milliseconds).containsExactly(4_620_100L, null);
	}

	@Test
	void theWindowIsInSecondsAndMayBeUnknown() {
		assertThat(ReadContent.virtualSettings(tree("""
				{"virtual_result_settings":{"accept_results_end_ts":1586571360,"results_require_approval":"T"}}""")))
			.hasValue(new VirtualSettings(Instant.ofEpochSecond(1586571360), true));
		assertThat(ReadContent.virtualSettings(tree("""
				{"virtual_result_settings":{"accept_results_end_ts":null}}""")))
			.hasValue(new VirtualSettings(null, null));
	}

	@ParameterizedTest
	@CsvSource({ "17:00,1020000", "00:17:00.1,1020100", "100:00:00,360000000", "0:59.123456,59123",
			"1:02:03.5,3723500" })
	void clockTimesAreReadInEveryLength(String text, long milliseconds) {
		assertThat(RemoteTimes.clockTime(text)).isEqualTo(milliseconds);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "DNF", "17", "17:", "1:2:3:4", "-1:00", "17:00,1" })
	void whatIsNoClockTimeHasNoMilliseconds(String text) {
		assertThat(RemoteTimes.clockTime(text)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "13/1/2019 09:00", "2/30/2019 09:00", "2019-03-20", "3/20/2019" })
	void whatIsNoDateIsNoTime(String text) {
		assertThat(RemoteTimes.instant(text, RemoteTimes.EASTERN)).isNull();
	}

}
