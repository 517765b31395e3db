package io.selftimed.organizer;

import java.time.InstantSource;
import java.util.List;

import io.selftimed.runsignup.Gates;
import io.selftimed.security.OrganizerAccount;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

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

	private final Gates gates;

	private final InstantSource clock;

	EventController(OrganizedEvents events, SubmissionRows submissions, Gates gates, InstantSource clock) {
		this.events = events;
		this.submissions = submissions;
		this.gates = gates;
		this.clock = clock;
	}

	@GetMapping("/organizer/events/{slug}")
	String event(@AuthenticationPrincipal OrganizerAccount account, @PathVariable String slug,
			@RequestParam @Nullable Long before, Model model) {
		OrganizedEvent event = this.events.find(account.id(), slug)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("event", event);
		model.addAttribute("page", this.submissions.newest(event.eventId(), before, PAGE));
		model.addAttribute("before", before);
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
