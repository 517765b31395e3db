package io.selftimed.organizer.submissions;

import java.time.Instant;
import java.util.List;

import io.selftimed.organizer.Columns;
import io.selftimed.race.ClockTime;
import io.selftimed.organizer.Harbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A submission as a line of a file.
 */
class SubmissionCsvTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1" })
	void whatASpreadsheetWouldRunIsText(String text) {
		assertThat(Columns.unformulated(text)).isEqualTo("'" + text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Marsh", "O'Neil", "1=1", " =1", "" })
	void everythingElseStaysAsItIs(String text) {
		assertThat(Columns.unformulated(text)).isEqualTo(text);
	}

	@Test
	void aFinishReadsAsTheRunnerSawIt() {
		assertThat(SubmissionCsv.cells(finish("Marsh", "12.5"))).containsExactly(31L, 101L, "Marsh", "FINISHED",
				new ClockTime(1_471_500), 1_471_500L, "120", "m", "12.5", "2026-08-01T16:00:00Z", "accepted",
				"received", "2026-08-01T16:00:02Z", 51001L, 1_471_500L, "'@odd", "'+1@example.org", "'=note",
				"steep hours-as-minutes");
	}

	@Test
	void onlyTextColumnsAreGuarded() {
		assertThat(SubmissionCsv.cells(finish("-Marsh", "-3"))).contains("'-Marsh", "-3");
		assertThat(SubmissionCsv.cells(finish("Marsh", "-3+cmd"))).contains("'-3+cmd");
	}

	@Test
	void whatIsNotKnownIsBlank() {
		SubmissionRow row = new SubmissionRow(32, null, null, "DNF", null, null, null, null, Harbor.NOON, "held",
				SubmissionState.HELD, null, null, null, null, List.of());
		List<Object> cells = SubmissionCsv.cells(row);
		assertThat(cells).hasSize(19).endsWith((Object) null).containsSubsequence("DNF", null, null, null, null, null);
	}

	private static SubmissionRow finish(String lastName, String tally) {
		return new SubmissionRow(31, 101L, lastName, "FINISHED", new ClockTime(1_471_500), "120", "m", tally,
				Harbor.NOON, "accepted", SubmissionState.RECEIVED, "+1@example.org", "=note",
				new SubmissionRow.Attempt("received", "@odd"),
				new SubmissionRow.RunSignupReceipt(Instant.parse("2026-08-01T16:00:02Z"), 51001L, 1_471_500L),
				List.of("steep", "hours-as-minutes"));
	}

}
