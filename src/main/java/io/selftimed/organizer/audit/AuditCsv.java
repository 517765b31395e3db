package io.selftimed.organizer.audit;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import io.selftimed.organizer.Columns;
import io.selftimed.web.KeysetPage;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The audit as a file, read and written some lines at a time. What began like a formula
 * would be run by a spreadsheet: it gets a {@code '} in front.
 */
@Component
class AuditCsv {

	private static final int AT_ONCE = 500;

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
		.setHeader("at", "organizer_id", "organizer", "what", "in_words", "about", "race_id", "address")
		.get();

	private final AuditRows rows;

	private final AuditWords words;

	AuditCsv(AuditRows rows, AuditWords words) {
		this.rows = rows;
		this.words = words;
	}

	/**
	 * Writes all that is looked for.
	 * @param raceId the race, null for everything
	 */
	void write(@Nullable Long raceId, AuditForm form, ZoneId zone, Writer out) throws IOException {
		try (CSVPrinter printer = FORMAT.print(out)) {
			Long before = null;
			do {
				AuditForm rest = new AuditForm(form.what(), form.object(), form.who(), form.from(), form.to(), before);
				KeysetPage<AuditRow> page = this.rows.page(raceId, rest, zone, AT_ONCE);
				for (AuditRow row : page.rows()) {
					print(printer, row);
				}
				before = page.next();
			}
			while (before != null);
		}
	}

	private void print(CSVPrinter printer, AuditRow row) throws IOException {
		printer.printRecord(row.at().truncatedTo(ChronoUnit.SECONDS), row.organizerId(),
				Columns.unformulated(row.email()), Columns.unformulated(row.what()),
				Columns.unformulated(this.words.say(row.what())), Columns.unformulated(row.about()), row.raceId(),
				Columns.unformulated(row.address()));
	}

}
