package io.selftimed.organizer.submissions;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import io.selftimed.organizer.Harbor;
import io.selftimed.race.ClockTime;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An event's submissions, as listed and as exported.
 */
@BothDatabases
class SubmissionRowsTests {

	private final TestDatabase database;

	private final SubmissionRows submissions;

	private Harbor harbor;

	SubmissionRowsTests(TestDatabase database) {
		this.database = database;
		this.submissions = new SubmissionRows(database.jdbc());
	}

	@BeforeEach
	void world() {
		this.database.clean();
		this.harbor = new Harbor(this.database.jdbc());
		this.harbor.runner(1, 101, "Marsh");
	}

	@Test
	void aReceivedResultShowsWhatRunSignupAnswered() {
		this.harbor.finish(31, 1, 1);
		this.harbor.delivery(1, 31, "received");
		this.harbor.attempt(31, 1, "never-sent", "nobody there");
		this.harbor.received(31, 1, 1_785_600_002);
		SubmissionRow row = only();
		assertThat(row.state()).isEqualTo(SubmissionState.RECEIVED);
		assertThat(row.bib()).isEqualTo(101);
		assertThat(row.lastName()).isEqualTo("Marsh");
		assertThat(row.clockTime()).isEqualTo(new ClockTime(1_471_500));
		assertThat(row.elevation()).isEqualTo("120 m");
		assertThat(row.submittedAt()).isEqualTo(Harbor.NOON);
		assertThat(row.lastAttempt()).isEqualTo(new SubmissionRow.Attempt("received", null));
		assertThat(row.receipt())
			.isEqualTo(new SubmissionRow.RunSignupReceipt(Instant.ofEpochSecond(1_785_600_002), 51001L, 1_471_500L));
	}

	@Test
	void theDoubtsThatWereConfirmedAreTold() {
		this.harbor.finish(31, 1, 1);
		assertThat(only().doubts()).isEmpty();
		this.harbor.doubts(31, "slower-than-expected,minutes-as-hours");
		assertThat(only().doubts()).containsExactly("slower-than-expected", "minutes-as-hours");
		assertThat(this.submissions.oldest(Harbor.EVENT, 0, 50).rows().getFirst().doubts()).hasSize(2);
	}

	@Test
	void theLastAttemptIsTold() {
		this.harbor.finish(31, 1, 1);
		this.harbor.delivery(1, 31, "refused");
		this.harbor.attempt(31, 1, "unavailable", null);
		this.harbor.attempt(31, 1, "refused", "no such bib");
		assertThat(only().lastAttempt()).isEqualTo(new SubmissionRow.Attempt("refused", "no such bib"));
		assertThat(only().receipt()).isNull();
	}

	@Test
	void whatRunSignupSaidOnceStaysKnownAfterALaterLoss() {
		this.harbor.finish(31, 1, 1);
		this.harbor.delivery(1, 31, "waiting");
		this.harbor.received(31, 1, 1_785_600_002);
		this.harbor.attempt(31, 1, "lost", null);
		assertThat(only().lastAttempt()).isEqualTo(new SubmissionRow.Attempt("lost", null));
		assertThat(only().receipt()).isNotNull();
	}

	@Test
	void aCorrectionSupersedesAndEachKeepsItsOwnAttempts() {
		this.harbor.finish(31, 1, 1);
		this.harbor.finish(32, 1, 2);
		this.harbor.received(31, 1, 1_785_600_002);
		this.harbor.delivery(1, 32, "waiting");
		List<SubmissionRow> rows = newest(null).rows();
		assertThat(rows).extracting(SubmissionRow::state)
			.containsExactly(SubmissionState.WAITING, SubmissionState.SUPERSEDED);
		assertThat(rows.getFirst().lastAttempt()).isNull();
		assertThat(rows.getLast().receipt()).isNotNull();
	}

	@Test
	void aHeldOneHasNoDeliveryYet() {
		this.harbor.submission(Harbor.EVENT, 31, 1, 1, "DNF", "held");
		assertThat(only().state()).isEqualTo(SubmissionState.HELD);
		assertThat(only().clockTime()).isNull();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 49, 50, 51, 99, 100, 101, 150 })
	void pagingLosesAndDoublesNoRow(int count) {
		submissions(count);
		List<Long> seen = new ArrayList<>();
		String before = null;
		do {
			ListedPage page = newest(before);
			assertThat(page.rows()).hasSizeLessThanOrEqualTo(50);
			page.rows().forEach((row) -> seen.add(row.id()));
			before = page.next();
		}
		while (before != null);
		assertThat(seen).isEqualTo(LongStream.rangeClosed(1, count).map((it) -> count + 1 - it).boxed().toList());
	}

	@Test
	void whatArrivesWhileSomebodyReadsMovesNoPage() {
		submissions(120);
		ListedPage first = newest(null);
		this.harbor.submission(Harbor.EVENT, 121, 1, 121, "DNF", "accepted");
		assertThat(newest(first.next()).rows().getFirst().id()).isEqualTo(70);
	}

	@Test
	void submissionsOfOtherEventsAreNotListed() {
		this.harbor.runner(42001, 2, 101, "Other");
		this.harbor.submission(42001, 31, 2, 1, "DNF", "accepted");
		assertThat(newest(null).rows()).isEmpty();
		assertThat(this.submissions.oldest(Harbor.EVENT, 0, 50).rows()).isEmpty();
	}

	@Test
	void theFileHoldsEverySubmissionOnceInOrder() throws IOException {
		submissions(SubmissionExport.CHUNK * 2 + 1);
		List<CSVRecord> records = exported();
		assertThat(records).hasSize(SubmissionExport.CHUNK * 2 + 1);
		assertThat(records).extracting((line) -> Long.valueOf(line.get("reference")))
			.isSorted()
			.doesNotHaveDuplicates();
	}

	@Test
	void theFileIsSafeForSpreadsheetsAndKeepsEveryWord() throws IOException {
		this.harbor.finish(31, 1, 1);
		this.harbor.words(31, "-x@example.org", "=HYPERLINK(\"http://evil\")\r\nsecond, \"line\"");
		this.harbor.finish(32, 1, 2);
		this.harbor.delivery(1, 32, "received");
		this.harbor.received(32, 1, 1_785_600_002);
		List<CSVRecord> records = exported();
		assertThat(records.getFirst().toMap()).containsEntry("state", "superseded")
			.containsEntry("email", "'-x@example.org")
			.containsEntry("note", "'=HYPERLINK(\"http://evil\")\r\nsecond, \"line\"");
		assertThat(records.getLast().toMap()).containsEntry("state", "received")
			.containsEntry("clock_time", "24:31.5")
			.containsEntry("results_received_at", Instant.ofEpochSecond(1_785_600_002).toString());
	}

	private void submissions(int count) {
		for (int id = 1; id <= count; id++) {
			this.harbor.submission(Harbor.EVENT, id, 1, id, "DNF", "accepted");
		}
	}

	private ListedPage newest(@Nullable String after) {
		return this.submissions.list(Harbor.EVENT, ListFilter.NONE, after, 50);
	}

	private SubmissionRow only() {
		return newest(null).rows().getFirst();
	}

	private List<CSVRecord> exported() throws IOException {
		StringBuilder file = new StringBuilder();
		new SubmissionExport(this.submissions).write(Harbor.EVENT, file);
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		return format.parse(new StringReader(file.toString())).getRecords();
	}

}
