package io.selftimed.organizer.setup;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.selftimed.organizer.SeeOther;
import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.Pause;
import io.selftimed.organizer.RaceVisit;
import io.selftimed.organizer.typed.TypedMoment;
import io.selftimed.race.EventSetup;
import io.selftimed.race.RaceSetup.Change;
import io.selftimed.runsignup.ClosedGate;
import io.selftimed.runsignup.Gates;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import io.selftimed.web.Wording;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * A race: its events, how it stands with its credential, and the ways on. A closed event
 * is opened again here.
 */
@Controller
class RaceController {

	private final SetupFacts facts;

	private final CredentialStanding standing;

	private final Gates gates;

	private final EventSetup events;

	private final Wording wording;

	private final InstantSource clock;

	RaceController(SetupFacts facts, CredentialStanding standing, Gates gates, EventSetup events, Wording wording,
			InstantSource clock) {
		this.facts = facts;
		this.standing = standing;
		this.gates = gates;
		this.events = events;
		this.wording = wording;
		this.clock = clock;
	}

	@OpenTo(Access.VIEWER)
	@GetMapping("/organizer/races/{raceId}")
	String race(RaceVisit visit, Model model) {
		model.addAttribute("events", this.facts.events(visit.raceId()));
		model.addAttribute("standing", this.standing.of(visit.raceId()));
		model.addAttribute("pauses", pauses(visit.raceId()));
		model.addAttribute("wording", this.wording);
		model.addAttribute("now", this.clock.instant());
		return "organizer/race";
	}

	private List<Pause> pauses(long raceId) {
		return this.gates.closed()
			.stream()
			.filter((gate) -> gate.scope() != ClosedGate.Scope.EVENT && gate.stops(raceId, 0))
			.map(Pause::new)
			.toList();
	}

	@OpenTo(Access.OWNER)
	@PostMapping("/organizer/events/{slug}/reopen")
	RedirectView reopen(EventVisit visit, @RequestParam int version, @RequestParam String until,
			RedirectAttributes flash) {
		Instant closesAt = TypedMoment.of(until, visit.race().zone());
		if (closesAt == null || !closesAt.isAfter(this.clock.instant())) {
			flash.addFlashAttribute("undone", "organizer.race.until");
			return SeeOther.atRace(visit.race().raceId(), "");
		}
		boolean changed = this.events.closeAt(visit.eventId(), version, closesAt) == Change.DONE;
		flash.addFlashAttribute(changed ? "done" : "undone",
				changed ? "organizer.race.reopened" : "organizer.race.faster");
		flash.addFlashAttribute("about", visit.name());
		return SeeOther.atRace(visit.race().raceId(), "");
	}

}
