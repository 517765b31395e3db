package io.selftimed.organizer.roster;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import io.selftimed.organizer.Columns;
import io.selftimed.organizer.EventVisit;
import io.selftimed.security.Access;
import io.selftimed.security.Audit;
import io.selftimed.security.OpenTo;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A part of a roster as a file, such as who has no result yet; a chunk at a time.
 */
@Controller
class RosterExportController {

	private static final int CHUNK = 500;

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
		.setHeader("bib", "first_name", "last_name", "birth_date", "email", "registration_id", "outcome", "clock_time",
				"removed_at")
		.get();

	private final RosterReader roster;

	private final Audit audit;

	RosterExportController(RosterReader roster, Audit audit) {
		this.roster = roster;
		this.audit = audit;
	}

	@OpenTo(Access.VIEWER)
	@GetMapping("/organizer/events/{slug}/roster.csv")
	void write(EventVisit visit, @RequestParam(defaultValue = "all") String show,
			@RequestParam(defaultValue = "false") boolean bom, HttpServletResponse response) throws IOException {
		RosterView view = RosterView.of(show);
		this.audit.write("file-saved", visit.race().raceId(),
				"event:" + visit.eventId() + " file:roster.csv show:" + view.word());
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment()
					.filename(visit.slug() + "-roster-" + view.word() + ".csv")
					.build()
					.toString());
		// Not closed here: after a failure that would make half a file look whole.
		Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
		out.append(bom ? Columns.BYTE_ORDER_MARK : "");
		CSVPrinter printer = FORMAT.print(out);
		RosterKey key = RosterKey.START;
		while (key != null) {
			RosterPage chunk = this.roster.after(visit.eventId(), view, key, CHUNK);
			for (ListedParticipant row : chunk.rows()) {
				print(printer, row);
			}
			key = chunk.next();
		}
		printer.flush();
	}

	private static void print(CSVPrinter printer, ListedParticipant row) throws IOException {
		ListedParticipant.Result result = row.result();
		printer.printRecord(row.bib(), Columns.unformulated(row.firstName()), Columns.unformulated(row.lastName()),
				row.birthDate(), Columns.unformulated(row.email()), row.registrationId(),
				(result != null) ? result.outcome() : null, (result != null) ? result.clockTime() : null,
				row.standing().removedAt());
	}

}
