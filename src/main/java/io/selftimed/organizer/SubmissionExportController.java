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
 * Every submission of an event as a file, superseded ones too.
 */
@Controller
class SubmissionExportController {

	private final OrganizedEvents events;

	private final SubmissionExport export;

	SubmissionExportController(OrganizedEvents events, SubmissionExport export) {
		this.events = events;
		this.export = export;
	}

	@GetMapping("/organizer/events/{slug}/submissions.csv")
	void submissions(@AuthenticationPrincipal OrganizerAccount account, @PathVariable String slug,
			HttpServletResponse response) throws IOException {
		OrganizedEvent event = this.events.find(account.id(), slug)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(event.slug() + "-submissions.csv").build().toString());
		// Not closed here: after a failure that would make half a file look whole.
		Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
		this.export.write(event.eventId(), writer);
		writer.flush();
	}

}
