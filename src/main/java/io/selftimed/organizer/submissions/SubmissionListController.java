package io.selftimed.organizer.submissions;

import io.selftimed.organizer.EventTab;
import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.WayBack;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * The list of an event's submissions, searched, filtered and sorted by its address.
 */
@Controller
class SubmissionListController {

	/** How many submissions a page lists. */
	static final int PAGE = 50;

	private final SubmissionRows submissions;

	SubmissionListController(SubmissionRows submissions) {
		this.submissions = submissions;
	}

	@OpenTo(Access.VIEWER)
	@GetMapping("/organizer/events/{slug}/submissions")
	String list(EventVisit visit, ListForm form, Model model, HttpServletResponse response) {
		ListReader.Reading reading = ListReader.read(form, visit.race().zone());
		if (!reading.unread().isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		boolean first = form.after() == null || form.after().isBlank();
		model.addAttribute("page", page(visit, reading.filter(), first ? null : form.after()));
		model.addAttribute("here", WayBack.to(visit, EventTab.SUBMISSIONS).with(form.view()));
		model.addAttribute("list",
				new ListView(new ListAddress(visit.slug(), form.values()), reading.filter(), reading.unread(), first));
		return "organizer/submissions";
	}

	private ListedPage page(EventVisit visit, ListFilter filter, @Nullable String after) {
		try {
			return this.submissions.list(visit.eventId(), filter, after, PAGE);
		}
		catch (IllegalArgumentException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
	}

}
