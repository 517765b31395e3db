package io.selftimed.organizer.submissions;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import io.selftimed.delivery.WantedResults;
import io.selftimed.organizer.Columns;
import io.selftimed.organizer.EventVisit;
import io.selftimed.runsignup.UserResultsFile;
import io.selftimed.security.Access;
import io.selftimed.security.Audit;
import io.selftimed.security.OpenTo;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * An event's files: every submission, superseded ones too; what counts, as RunSignup gets
 * it; and what is left to do by hand. The audit says who saved which.
 */
@Controller
class SubmissionExportController {

	private final SubmissionExport submissions;

	private final ByHandExport byHand;

	private final WantedResults wanted;

	private final Audit audit;

	SubmissionExportController(SubmissionExport submissions, ByHandExport byHand, WantedResults wanted, Audit audit) {
		this.submissions = submissions;
		this.byHand = byHand;
		this.wanted = wanted;
		this.audit = audit;
	}

	/** Every submission; with {@code bom=true} marked for Excel. */
	@OpenTo(Access.VIEWER)
	@GetMapping("/organizer/events/{slug}/submissions.csv")
	void submissions(EventVisit visit, @RequestParam(defaultValue = "false") boolean bom, HttpServletResponse response)
			throws IOException {
		csv(visit, "submissions.csv", bom, response, this.submissions::write);
	}

	/**
	 * What RunSignup did not take, to be entered there by hand; with {@code bom=true}
	 * marked for Excel.
	 */
	@OpenTo(Access.VIEWER)
	@GetMapping("/organizer/events/{slug}/by-hand.csv")
	void byHand(EventVisit visit, @RequestParam(defaultValue = "false") boolean bom, HttpServletResponse response)
			throws IOException {
		csv(visit, "by-hand.csv", bom, response, this.byHand::write);
	}

	/** What counts for each runner, as RunSignup's own document. */
	@OpenTo(Access.VIEWER)
	@GetMapping("/organizer/events/{slug}/results.json")
	void results(EventVisit visit, HttpServletResponse response) throws IOException {
		write(visit, "results.json", "application/json", response, (eventId, out) -> {
			UserResultsFile file = UserResultsFile.begin(out);
			this.wanted.read(eventId, file::add);
			file.end();
		});
	}

	private void csv(EventVisit event, String name, boolean bom, HttpServletResponse response, Export export)
			throws IOException {
		write(event, name, "text/csv", response, (eventId, out) -> {
			out.append(bom ? Columns.BYTE_ORDER_MARK : "");
			export.write(eventId, out);
		});
	}

	private void write(EventVisit event, String name, String type, HttpServletResponse response, Export export)
			throws IOException {
		this.audit.write("file-saved", event.race().raceId(), "event:" + event.eventId() + " file:" + name);
		response.setContentType(type + ";charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(event.slug() + "-" + name).build().toString());
		// Not closed here: after a failure that would make half a file look whole.
		Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
		export.write(event.eventId(), writer);
		writer.flush();
	}

	/**
	 * Writes the file of an event.
	 */
	private interface Export {

		void write(long eventId, Appendable out) throws IOException;

	}

}
