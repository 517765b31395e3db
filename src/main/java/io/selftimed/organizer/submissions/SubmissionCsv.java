package io.selftimed.organizer.submissions;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.selftimed.organizer.Columns;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * How a submission reads as a line of a file. What others typed never begins like a
 * formula, which a spreadsheet would run.
 */
final class SubmissionCsv {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
		.setHeader("reference", "bib", "last_name", "outcome", "clock_time", "clock_time_ms", "elevation_gain",
				"elevation_unit", "tally", "submitted_at", "review", "state", "results_received_at",
				"individual_result_set_id", "submitted_time_in_ms", "last_error", "email", "note", "doubts")
		.get();

	private SubmissionCsv() {
	}

	/** A printer that has written the heading. */
	static CSVPrinter printer(Appendable out) throws IOException {
		return FORMAT.print(out);
	}

	/** The cells of a submission, in the order of the heading. */
	static List<@Nullable Object> cells(SubmissionRow row) {
		List<@Nullable Object> cells = new ArrayList<>();
		statement(row, cells);
		answer(row.receipt(), cells);
		cells.add(Columns.unformulated((row.lastAttempt() != null) ? row.lastAttempt().errorMessage() : null));
		cells.add(Columns.unformulated(row.email()));
		cells.add(Columns.unformulated(row.note()));
		cells.add(row.doubts().isEmpty() ? null : String.join(" ", row.doubts()));
		return cells;
	}

	private static void statement(SubmissionRow row, List<@Nullable Object> cells) {
		cells.add(row.id());
		cells.add(row.bib());
		cells.add(Columns.unformulated(row.lastName()));
		cells.add(row.outcome());
		cells.add(row.clockTime());
		cells.add((row.clockTime() != null) ? row.clockTime().milliseconds() : null);
		cells.add(number(row.elevationGain()));
		cells.add(row.elevationUnit());
		cells.add(number(row.tally()));
		cells.add(iso(row.submittedAt()));
		cells.add(row.review());
		cells.add(row.state().word());
	}

	private static void answer(SubmissionRow.@Nullable RunSignupReceipt receipt, List<@Nullable Object> cells) {
		cells.add((receipt != null) ? iso(receipt.receivedAt()) : null);
		cells.add((receipt != null) ? receipt.individualResultSetId() : null);
		cells.add((receipt != null) ? receipt.submittedTimeInMs() : null);
	}

	/** A moment in ISO 8601 and UTC, to the second. */
	private static String iso(Instant moment) {
		return moment.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	/** A number as typed; what is none is kept as text. */
	private static @Nullable String number(@Nullable String typed) {
		return (typed != null && typed.matches("-?\\d+(\\.\\d+)?")) ? typed : Columns.unformulated(typed);
	}

}
