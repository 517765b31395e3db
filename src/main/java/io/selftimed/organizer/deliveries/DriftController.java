package io.selftimed.organizer.deliveries;

import java.util.List;

import io.selftimed.delivery.ComparisonRequests;
import io.selftimed.delivery.Resending;
import io.selftimed.organizer.EventVisit;
import io.selftimed.security.Access;
import io.selftimed.security.Audit;
import io.selftimed.security.OpenTo;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * What an organizer does about drift and refusals: have an event compared now, and send
 * results again.
 */
@Controller
class DriftController {

	/** More would keep the person waiting; the button is there again for the rest. */
	static final int AT_ONCE = 500;

	private final ComparisonRequests comparisons;

	private final Resending resending;

	private final StuckRows stuck;

	private final Audit audit;

	DriftController(ComparisonRequests comparisons, Resending resending, StuckRows stuck, Audit audit) {
		this.comparisons = comparisons;
		this.resending = resending;
		this.stuck = stuck;
		this.audit = audit;
	}

	@OpenTo(Access.REVIEWER)
	@PostMapping("/organizer/events/{slug}/compare")
	RedirectView compare(EventVisit visit) {
		this.comparisons.ask(visit.eventId());
		this.audit.write("comparison-asked", visit.race().raceId(), "event:" + visit.eventId());
		return backTo(visit.slug(), "drift");
	}

	/** One result; {@code from} is the part of the page to go back to. */
	@OpenTo(Access.REVIEWER)
	@PostMapping("/organizer/events/{slug}/send-again")
	RedirectView sendAgain(EventVisit visit, @RequestParam long participant,
			@RequestParam(defaultValue = "drift") String from, RedirectAttributes page) {
		boolean sent = isSentAgain(visit, participant);
		page.addFlashAttribute("done", sent ? "organizer.drift.sent-again" : "organizer.drift.gone");
		return backTo(visit.slug(), from.equals("refused") ? "refused" : "drift");
	}

	/** What RunSignup refused, the oldest {@link #AT_ONCE}. */
	@OpenTo(Access.REVIEWER)
	@PostMapping("/organizer/events/{slug}/send-refused-again")
	RedirectView sendRefusedAgain(EventVisit visit, RedirectAttributes page) {
		List<Long> sent = this.stuck.refused(visit.eventId(), AT_ONCE)
			.stream()
			.filter((participant) -> isSentAgain(visit, participant))
			.toList();
		this.audit.write("sent-again-all", visit.race().raceId(), "event:" + visit.eventId() + " count:" + sent.size());
		page.addFlashAttribute("done", "organizer.deliveries.sent-again");
		page.addFlashAttribute("doneCount", sent.size());
		return backTo(visit.slug(), "waiting");
	}

	private boolean isSentAgain(EventVisit visit, long participant) {
		boolean sent = this.resending.sendAgain(visit.eventId(), participant, visit.organizerId());
		if (sent) {
			this.audit.write("sent-again", visit.race().raceId(), "participant:" + participant);
		}
		return sent;
	}

	static RedirectView backTo(String slug, String part) {
		RedirectView redirect = new RedirectView("/organizer/events/" + slug + "/deliveries#" + part, true);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		return redirect;
	}

}
