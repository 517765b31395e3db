package io.selftimed.organizer;

import io.selftimed.delivery.ComparisonRequests;
import io.selftimed.delivery.Resending;
import io.selftimed.security.OrganizerAccount;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * What an organizer does about drift: have an event compared now, and send a result
 * again. For who may only look, as for strangers, there is nothing here.
 */
@Controller
class DriftController {

	private final OrganizedEvents events;

	private final ComparisonRequests comparisons;

	private final Resending resending;

	DriftController(OrganizedEvents events, ComparisonRequests comparisons, Resending resending) {
		this.events = events;
		this.comparisons = comparisons;
		this.resending = resending;
	}

	@PostMapping("/organizer/events/{slug}/compare")
	RedirectView compare(@AuthenticationPrincipal OrganizerAccount account, @PathVariable String slug) {
		this.comparisons.ask(acting(account, slug).eventId());
		return backTo(slug);
	}

	@PostMapping("/organizer/events/{slug}/send-again")
	RedirectView sendAgain(@AuthenticationPrincipal OrganizerAccount account, @PathVariable String slug,
			@RequestParam long participant, RedirectAttributes page) {
		boolean sent = this.resending.sendAgain(acting(account, slug).eventId(), participant, account.id());
		page.addFlashAttribute("driftDone", sent ? "organizer.drift.sent-again" : "organizer.drift.gone");
		return backTo(slug);
	}

	private OrganizedEvent acting(OrganizerAccount account, String slug) {
		return this.events.find(account.id(), slug)
			.filter((event) -> this.events.mayAct(account.id(), event.raceId()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static RedirectView backTo(String slug) {
		RedirectView redirect = new RedirectView("/organizer/events/" + slug + "#drift", true);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		return redirect;
	}

}
