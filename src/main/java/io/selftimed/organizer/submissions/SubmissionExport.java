package io.selftimed.organizer.submissions;

import java.io.IOException;

import io.selftimed.web.KeysetPage;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Writes an event's submissions a chunk at a time, oldest first: neither all in memory
 * nor a connection held while a slow reader reads.
 */
@Component
class SubmissionExport {

	/** How many submissions are read at once. */
	static final int CHUNK = 500;

	private final SubmissionRows submissions;

	SubmissionExport(SubmissionRows submissions) {
		this.submissions = submissions;
	}

	/**
	 * Writes the file of an event, heading first.
	 * @param eventId RunSignup's id of the event
	 * @param out where to; not closed
	 * @throws IOException if the reader is gone
	 */
	void write(long eventId, Appendable out) throws IOException {
		CSVPrinter printer = SubmissionCsv.printer(out);
		@Nullable Long after = 0L;
		while (after != null) {
			KeysetPage<SubmissionRow> chunk = this.submissions.oldest(eventId, after, CHUNK);
			for (SubmissionRow row : chunk.rows()) {
				printer.printRecord(SubmissionCsv.cells(row));
			}
			after = chunk.next();
		}
		printer.flush();
	}

}
