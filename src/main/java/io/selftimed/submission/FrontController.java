package io.selftimed.submission;

import java.time.InstantSource;

import io.selftimed.race.EventCatalog;
import io.selftimed.web.Wording;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The front page: the open events.
 */
@Controller
class FrontController {

	private final EventCatalog events;

	private final Wording wording;

	private final InstantSource clock;

	FrontController(EventCatalog events, Wording wording, InstantSource clock) {
		this.events = events;
		this.wording = wording;
		this.clock = clock;
	}

	@GetMapping("/")
	String front(Model model) {
		model.addAttribute("events",
				this.events.openAt(this.clock.instant())
					.stream()
					.map((event) -> EventFacts.of(event, this.wording))
					.toList());
		return "front";
	}

}
