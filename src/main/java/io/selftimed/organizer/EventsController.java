package io.selftimed.organizer;

import java.time.InstantSource;

import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import io.selftimed.security.OrganizerAccount;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The organizer's front page: the events of their races.
 */
@Controller
class EventsController {

	private final OrganizedEvents events;

	private final FailedMails failedMails;

	private final InstantSource clock;

	EventsController(OrganizedEvents events, FailedMails failedMails, InstantSource clock) {
		this.events = events;
		this.failedMails = failedMails;
		this.clock = clock;
	}

	@OpenTo(Access.SIGNED_IN)
	@GetMapping("/organizer")
	String events(@AuthenticationPrincipal OrganizerAccount account, Model model) {
		model.addAttribute("events", this.events.of(account.id()));
		model.addAttribute("races", this.events.races(account.id()));
		model.addAttribute("failedMails", this.failedMails.to(account.id()));
		model.addAttribute("now", this.clock.instant());
		return "organizer/events";
	}

}
