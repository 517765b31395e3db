package io.selftimed.organizer.deliveries;

import io.selftimed.delivery.ComparisonRequests;
import io.selftimed.delivery.Resending;
import io.selftimed.organizer.EventVisit;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * What an organizer does about drift: have an event compared now, and send a result
 * again.
 */
@Controller
class DriftController {

	private final ComparisonRequests comparisons;

	private final Resending resending;

	DriftController(ComparisonRequests comparisons, Resending resending) {
		this.comparisons = comparisons;
		this.resending = resending;
	}

	@OpenTo(Access.REVIEWER)
	@PostMapping("/organizer/events/{slug}/compare")
	RedirectView compare(EventVisit visit) {
		this.comparisons.ask(visit.eventId());
		return backTo(visit.slug(), "drift");
	}

	@OpenTo(Access.REVIEWER)
	@PostMapping("/organizer/events/{slug}/send-again")
	RedirectView sendAgain(EventVisit visit, @RequestParam long participant, RedirectAttributes page) {
		boolean sent = this.resending.sendAgain(visit.eventId(), participant, visit.organizerId());
		page.addFlashAttribute("driftDone", sent ? "organizer.drift.sent-again" : "organizer.drift.gone");
		return backTo(visit.slug(), "drift");
	}

	static RedirectView backTo(String slug, String part) {
		RedirectView redirect = new RedirectView("/organizer/events/" + slug + "/deliveries#" + part, true);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		return redirect;
	}

}
