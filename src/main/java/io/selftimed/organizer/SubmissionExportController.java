package io.selftimed.organizer;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import io.selftimed.security.OrganizerAccount;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * An event's files: every submission, superseded ones too, and what is left to do by
 * hand.
 */
@Controller
class SubmissionExportController {

	private final OrganizedEvents events;

	private final SubmissionExport submissions;

	private final ByHandExport byHand;

	SubmissionExportController(OrganizedEvents events, SubmissionExport submissions, ByHandExport byHand) {
		this.events = events;
		this.submissions = submissions;
		this.byHand = byHand;
	}

	@GetMapping("/organizer/events/{slug}/submissions.csv")
	void submissions(@AuthenticationPrincipal OrganizerAccount account, @PathVariable String slug,
			HttpServletResponse response) throws IOException {
		write(account, slug, "submissions", response, this.submissions::write);
	}

	/** What RunSignup did not take, to be entered there by hand. */
	@GetMapping("/organizer/events/{slug}/by-hand.csv")
	void byHand(@AuthenticationPrincipal OrganizerAccount account, @PathVariable String slug,
			HttpServletResponse response) throws IOException {
		write(account, slug, "by-hand", response, this.byHand::write);
	}

	private void write(OrganizerAccount account, String slug, String name, HttpServletResponse response, Export export)
			throws IOException {
		OrganizedEvent event = this.events.find(account.id(), slug)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
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
