package io.selftimed.organizer;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * An event's files: every submission, superseded ones too, and what is left to do by
 * hand.
 */
@Controller
class SubmissionExportController {

	private final SubmissionExport submissions;

	private final ByHandExport byHand;

	SubmissionExportController(SubmissionExport submissions, ByHandExport byHand) {
		this.submissions = submissions;
		this.byHand = byHand;
	}

	@OpenTo(Access.VIEWER)
	@GetMapping("/organizer/events/{slug}/submissions.csv")
	void submissions(EventVisit visit, HttpServletResponse response) throws IOException {
		write(visit, "submissions", response, this.submissions::write);
	}

	/** What RunSignup did not take, to be entered there by hand. */
	@OpenTo(Access.VIEWER)
	@GetMapping("/organizer/events/{slug}/by-hand.csv")
	void byHand(EventVisit visit, HttpServletResponse response) throws IOException {
		write(visit, "by-hand", response, this.byHand::write);
	}

	private void write(EventVisit event, String name, HttpServletResponse response, Export export) throws IOException {
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(event.slug() + "-" + name + ".csv").build().toString());
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
