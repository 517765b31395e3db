package io.selftimed.organizer.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.Pause;
import io.selftimed.organizer.Pauses;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;

/**
 * How an event stands at a glance. What moves is also answered alone, so that a page that
 * stays open asks for it now and then, and mostly hears that nothing has changed.
 */
@Controller
class EventController {

	private final EventFigures figures;

	private final Charts charts;

	private final Pauses pauses;

	private final InstantSource clock;

	EventController(EventFigures figures, Charts charts, Pauses pauses, InstantSource clock) {
		this.figures = figures;
		this.charts = charts;
		this.pauses = pauses;
		this.clock = clock;
	}

	@OpenTo(Access.VIEWER)
	@GetMapping("/organizer/events/{slug}")
	String event(EventVisit visit, Model model) {
		Standing standing = standing(visit);
		show(visit, standing, model);
		model.addAttribute("tag", standing.tag());
		return "organizer/event";
	}

	/** What moves on the page, or nothing if it has not moved. */
	@OpenTo(Access.VIEWER)
	@GetMapping("/organizer/events/{slug}/glance")
	@Nullable String glance(EventVisit visit, Model model, WebRequest request) {
		Standing standing = standing(visit);
		if (request.checkNotModified(standing.tag())) {
			return null;
		}
		show(visit, standing, model);
		return "organizer/event-parts :: parts";
	}

	private Standing standing(EventVisit visit) {
		EventGlance glance = this.figures.glance(visit.eventId());
		return new Standing(glance, glance.windowAt(this.clock.instant()), this.pauses.of(visit));
	}

	private void show(EventVisit visit, Standing standing, Model model) {
		model.addAttribute("glance", standing.glance());
		model.addAttribute("window", standing.window());
		model.addAttribute("pauses", standing.pauses());
		model.addAttribute("charts", this.charts.of(visit));
	}

	/**
	 * All that the page says of the event.
	 */
	private record Standing(EventGlance glance, String window, List<Pause> pauses) {

		/** Another one whenever anything of it changes. */
		String tag() {
			List<Instant> tries = this.pauses.stream().map(Pause::next).toList();
			List<String> why = this.pauses.stream().map(Pause::message).toList();
			String all = this.glance + this.window + tries + why;
			return "\"" + DigestUtils.md5DigestAsHex(all.getBytes(StandardCharsets.UTF_8)) + "\"";
		}

	}

}
