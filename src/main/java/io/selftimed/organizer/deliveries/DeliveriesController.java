package io.selftimed.organizer.deliveries;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import io.selftimed.delivery.Hastening;
import io.selftimed.organizer.EventTab;
import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.Pauses;
import io.selftimed.organizer.WayBack;
import io.selftimed.security.Access;
import io.selftimed.security.Audit;
import io.selftimed.security.OpenTo;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * What is stuck on its way to RunSignup, since when, why, and the one button that helps.
 */
@Controller
class DeliveriesController {

	private final StuckRows stuck;

	private final Drifts drifts;

	private final Pauses pauses;

	private final Hastening hastening;

	private final Audit audit;

	private final InstantSource clock;

	DeliveriesController(StuckRows stuck, Drifts drifts, Pauses pauses, Hastening hastening, Audit audit,
			InstantSource clock) {
		this.stuck = stuck;
		this.drifts = drifts;
		this.pauses = pauses;
		this.hastening = hastening;
		this.audit = audit;
		this.clock = clock;
	}

	@OpenTo(Access.VIEWER)
	@GetMapping("/organizer/events/{slug}/deliveries")
	String deliveries(EventVisit visit, Model model, HttpServletResponse response) {
		DriftPage drift = DriftPage.of(this.drifts, visit.eventId(), visit.mayReview());
		if (drift.comparison().underWay()) {
			response.setHeader("Refresh", "3");
		}
		model.addAttribute("pauses", this.pauses.of(visit).stream().map(StoppedBy::new).toList());
		model.addAttribute("waiting", StuckPage.of(this.stuck, visit.eventId(), "waiting"));
		List<StuckPage> refused = Stream.of("refused", "too-late")
			.map((state) -> StuckPage.of(this.stuck, visit.eventId(), state))
			.filter((page) -> page.count() > 0)
			.toList();
		model.addAttribute("refused", refused);
		model.addAttribute("drift", drift);
		model.addAttribute("here", WayBack.to(visit, EventTab.DELIVERIES));
		model.addAttribute("now", this.clock.instant());
		return "organizer/deliveries";
	}

	/** Tries again at once. */
	@OpenTo(Access.REVIEWER)
	@PostMapping("/organizer/events/{slug}/try-now")
	RedirectView tryNow(EventVisit visit, RedirectAttributes page) {
		this.audit.write("delivery-tried-now", visit.race().raceId(), "event:" + visit.eventId());
		this.hastening.tryNow(visit.race().raceId(), visit.eventId());
		page.addFlashAttribute("done", "organizer.deliveries.trying");
		return DriftController.backTo(visit, "waiting");
	}

}
