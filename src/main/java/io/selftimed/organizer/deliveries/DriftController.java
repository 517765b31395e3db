package io.selftimed.organizer.deliveries;

import java.util.List;

import io.selftimed.delivery.ComparisonRequests;
import io.selftimed.delivery.Leaving;
import io.selftimed.delivery.Resending;
import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.SeeOther;
import io.selftimed.security.Access;
import io.selftimed.security.Audit;
import io.selftimed.security.OpenTo;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * What an organizer does about drift and refusals: have an event compared now, send
 * results again, and leave them as RunSignup shows them.
 */
@Controller
class DriftController {

	/** More would keep the person waiting; the button is there again for the rest. */
	static final int AT_ONCE = 500;

	private final ComparisonRequests comparisons;

	private final Resending resending;

	private final Leaving leaving;

	private final StuckRows stuck;

	private final Audit audit;

	DriftController(ComparisonRequests comparisons, Resending resending, Leaving leaving, StuckRows stuck,
			Audit audit) {
		this.comparisons = comparisons;
		this.resending = resending;
		this.leaving = leaving;
		this.stuck = stuck;
		this.audit = audit;
	}

	@OpenTo(Access.REVIEWER)
	@PostMapping("/organizer/events/{slug}/compare")
	RedirectView compare(EventVisit visit) {
		this.comparisons.ask(visit.eventId());
		this.audit.write("comparison-asked", visit.race().raceId(), "event:" + visit.eventId());
		return backTo(visit, "drift");
	}

	/** One result; {@code from} is the part of the page to go back to. */
	@OpenTo(Access.REVIEWER)
	@PostMapping("/organizer/events/{slug}/send-again")
	RedirectView sendAgain(EventVisit visit, @RequestParam long participant,
			@RequestParam(defaultValue = "drift") String from, RedirectAttributes page) {
		boolean sent = isSentAgain(visit, participant);
		page.addFlashAttribute("done", sent ? "organizer.drift.sent-again" : "organizer.drift.gone");
		return backTo(visit, from.equals("refused") ? "refused" : "drift");
	}

	/** One result stays as RunSignup shows it, if it still shows what the page said. */
	@OpenTo(Access.REVIEWER)
	@PostMapping("/organizer/events/{slug}/leave")
	RedirectView leave(EventVisit visit, @RequestParam long participant, @RequestParam String drift,
			@RequestParam(required = false) @Nullable Long shown, RedirectAttributes page) {
		boolean left = this.leaving.leave(visit.eventId(), participant, drift, shown, visit.organizerId());
		if (left) {
			this.audit.write("drift-left", visit.race().raceId(), "participant:" + participant);
		}
		page.addFlashAttribute("done", left ? "organizer.drift.left" : "organizer.drift.changed");
		return backTo(visit, "drift");
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
		return backTo(visit, "waiting");
	}

	private boolean isSentAgain(EventVisit visit, long participant) {
		boolean sent = this.resending.sendAgain(visit.eventId(), participant, visit.organizerId());
		if (sent) {
			this.audit.write("sent-again", visit.race().raceId(), "participant:" + participant);
		}
		return sent;
	}

	static RedirectView backTo(EventVisit visit, String part) {
		return SeeOther.atEvent(visit, "/deliveries#" + part);
	}

}
