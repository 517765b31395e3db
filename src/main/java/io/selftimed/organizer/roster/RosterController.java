package io.selftimed.organizer.roster;

import java.util.Map;
import java.util.Optional;

import io.selftimed.Room;
import io.selftimed.organizer.EventTab;
import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.NameKey;
import io.selftimed.organizer.SeeOther;
import io.selftimed.organizer.WayBack;
import io.selftimed.race.roster.RosterFetchRequests;
import io.selftimed.security.Access;
import io.selftimed.security.Audit;
import io.selftimed.security.OpenTo;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Who is registered for an event, and how the list is kept true.
 */
@Controller
@RequestMapping("/organizer/events/{slug}/roster")
class RosterController {

	/** How many participants a page shows. */
	static final int ROWS = 50;

	private final RosterReader roster;

	private final RosterFigures figures;

	private final RosterFetchRequests fetches;

	private final Room room;

	private final Audit audit;

	RosterController(RosterReader roster, RosterFigures figures, RosterFetchRequests fetches, Room room, Audit audit) {
		this.roster = roster;
		this.figures = figures;
		this.fetches = fetches;
		this.room = room;
		this.audit = audit;
	}

	@OpenTo(Access.VIEWER)
	@GetMapping
	String list(EventVisit visit, @RequestParam(defaultValue = "all") String show,
			@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String after,
			Model model, HttpServletResponse response) {
		RosterView view = RosterView.of(show);
		String wanted = q.strip();
		RosterState state = this.roster.state(visit.eventId());
		if (state.underWay()) {
			response.setHeader("Refresh", "3");
		}
		Optional<RosterCount> figures = this.figures.of(visit.eventId());
		model.addAttribute("page",
				wanted.isEmpty() ? this.roster.after(visit.eventId(), view, RosterKey.of(after), ROWS)
						: this.roster.search(visit.eventId(), wanted, NameKey.of(wanted)));
		model.addAttribute("here", WayBack.to(visit, EventTab.ROSTER).with(looked(view, wanted, after)));
		model.addAttribute("first", after == null || after.isEmpty());
		model.addAttribute("view", view.word());
		model.addAttribute("views", RosterView.list());
		model.addAttribute("figures", figures.orElse(null));
		model.addAttribute("wanted", wanted);
		model.addAttribute("fetch", state);
		return "organizer/roster";
	}

	private static Map<String, String> looked(RosterView view, String wanted, @Nullable String after) {
		if (!wanted.isEmpty()) {
			return Map.of("q", wanted);
		}
		return Map.of("show", view.isPicky() ? view.word() : "", "after", (after != null) ? after : "");
	}

	/** Fetches everybody now. */
	@OpenTo(Access.REVIEWER)
	@PostMapping("/fetch")
	RedirectView fetch(EventVisit visit, RedirectAttributes flash) {
		if (!this.room.isThere()) {
			flash.addFlashAttribute("done", "organizer.roster.full");
			return SeeOther.at(at(visit));
		}
		this.fetches.ask(visit.eventId());
		this.audit.write("roster-asked", visit.race().raceId(), "event:" + visit.eventId());
		return SeeOther.at(at(visit));
	}

	/** Switches the fetch by schedule on or off. */
	@OpenTo(Access.OWNER)
	@PostMapping("/schedule")
	RedirectView schedule(EventVisit visit, @RequestParam(defaultValue = "false") boolean on,
			RedirectAttributes flash) {
		this.fetches.schedule(visit.eventId(), on);
		this.audit.write(on ? "roster-scheduled" : "roster-unscheduled", visit.race().raceId(),
				"event:" + visit.eventId());
		flash.addFlashAttribute("done", on ? "organizer.roster.scheduled" : "organizer.roster.unscheduled");
		return SeeOther.at(at(visit));
	}

	static String at(EventVisit visit) {
		return "/organizer/events/" + visit.slug() + "/roster";
	}

}
