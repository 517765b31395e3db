package io.selftimed.organizer.event;

import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.SeeOther;
import io.selftimed.race.EventWindow;
import io.selftimed.security.Access;
import io.selftimed.security.Audit;
import io.selftimed.security.OpenTo;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Closes an event before its time.
 */
@Controller
class CloseController {

	private final EventWindow window;

	private final Audit audit;

	CloseController(EventWindow window, Audit audit) {
		this.window = window;
		this.audit = audit;
	}

	@OpenTo(Access.OWNER)
	@PostMapping("/organizer/events/{slug}/close")
	RedirectView close(EventVisit visit, RedirectAttributes page) {
		boolean closed = this.window.closeNow(visit.eventId());
		if (closed) {
			this.audit.write("event-closed", visit.race().raceId(), "event:" + visit.eventId());
		}
		page.addFlashAttribute("done", closed ? "organizer.close.done" : "organizer.close.was");
		return SeeOther.atEvent(visit, "");
	}

}
