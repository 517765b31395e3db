package io.selftimed.organizer;

import java.time.InstantSource;
import java.util.List;

import io.selftimed.runsignup.Gates;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One event: how many submissions are where, and the list of them. An event of somebody
 * else's race does not exist.
 */
@Controller
class EventController {

	/** How many submissions a page lists. */
	static final int PAGE = 50;

	private final OrganizedEvents events;

	private final SubmissionRows submissions;

	private final Drifts drifts;

	private final Gates gates;

	private final InstantSource clock;

	EventController(OrganizedEvents events, SubmissionRows submissions, Drifts drifts, Gates gates,
			InstantSource clock) {
		this.events = events;
		this.submissions = submissions;
		this.drifts = drifts;
		this.gates = gates;
		this.clock = clock;
	}

	@OpenTo(Access.VIEWER)
	@GetMapping("/organizer/events/{slug}")
	String event(EventVisit visit, @RequestParam @Nullable Long before, Model model, HttpServletResponse response) {
		OrganizedEvent event = this.events.get(visit.eventId());
		model.addAttribute("event", event);
		model.addAttribute("page", this.submissions.newest(event.eventId(), before, PAGE));
		model.addAttribute("before", before);
		DriftPage drift = DriftPage.of(this.drifts, event.eventId(), visit.mayReview());
		if (drift.comparison().underWay()) {
			response.setHeader("Refresh", "3");
		}
		model.addAttribute("drift", drift);
		model.addAttribute("pauses", pauses(event));
		model.addAttribute("now", this.clock.instant());
		return "organizer/event";
	}

	private List<Pause> pauses(OrganizedEvent event) {
		return this.gates.closed()
			.stream()
			.filter((gate) -> gate.stops(event.raceId(), event.eventId()))
			.map(Pause::new)
			.toList();
	}

}
