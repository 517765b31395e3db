package io.selftimed.organizer.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.selftimed.organizer.SeeOther;
import io.selftimed.organizer.RaceVisit;
import io.selftimed.organizer.TypedForm;
import io.selftimed.organizer.typed.TypedMoment;
import io.selftimed.race.EventSetup;
import io.selftimed.race.NewEvent;
import io.selftimed.runsignup.ReadAnswer;
import io.selftimed.runsignup.RemoteRace;
import io.selftimed.runsignup.RunSignupReads;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import io.selftimed.web.Wording;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Opens events of a race: those that RunSignup tells of, each with a proposal, and any by
 * hand.
 */
@Controller
class OpenEventsController {

	private static final String BY_HAND = "hand";

	private final RunSignupReads reads;

	private final EventSetup events;

	private final Wording wording;

	OpenEventsController(RunSignupReads reads, EventSetup events, Wording wording) {
		this.reads = reads;
		this.events = events;
		this.wording = wording;
	}

	@OpenTo(Access.OWNER)
	@GetMapping("/organizer/races/{raceId}/events/new")
	ModelAndView proposals(RaceVisit visit) {
		return switch (this.reads.race(visit.raceId())) {
			case ReadAnswer.Found<RemoteRace>(RemoteRace race) -> page(TypedForm.of(proposals(visit, race)));
			case ReadAnswer.NotFound<RemoteRace>(var why, var code, var wait, String words) -> {
				ModelAndView page = page(TypedForm.of(Map.of("row", BY_HAND, "chosen", BY_HAND)));
				page.addObject("unread", "organizer.reach." + Reach.word(why));
				page.addObject("words", words);
				yield page;
			}
		};
	}

	/** Virtual events that are not open here yet, all ticked, and one by hand. */
	private Map<String, String> proposals(RaceVisit visit, RemoteRace race) {
		List<RemoteRace.RemoteEvent> found = race.events()
			.stream()
			.filter(RemoteRace.RemoteEvent::isVirtual)
			.limit(100)
			.toList();
		Set<Long> known = this.events
			.known(found.stream().map(RemoteRace.RemoteEvent::eventId).collect(Collectors.toSet()));
		Map<String, String> typed = new LinkedHashMap<>();
		List<String> rows = new ArrayList<>();
		for (RemoteRace.RemoteEvent event : found) {
			if (!known.contains(event.eventId())) {
				propose(visit, event, typed);
				rows.add(String.valueOf(event.eventId()));
			}
		}
		typed.put("chosen", rows.isEmpty() ? BY_HAND : String.join(",", rows));
		rows.add(BY_HAND);
		typed.put("row", String.join(",", rows));
		return typed;
	}

	private void propose(RaceVisit visit, RemoteRace.RemoteEvent event, Map<String, String> typed) {
		String key = "-" + event.eventId();
		typed.put("eventId" + key, String.valueOf(event.eventId()));
		typed.put("name" + key, event.name());
		String slug = NewEvent.slugOf(event.name());
		typed.put("slug" + key, this.events.freeSlug(typed.containsValue(slug) ? slug + key : slug));
		typed.put("distance" + key, (event.distance() != null) ? event.distance() : "");
		typed.put("opens" + key, TypedMoment.text(event.start(), visit.zone()));
		typed.put("closes" + key, TypedMoment.text(event.end(), visit.zone()));
	}

	@OpenTo(Access.OWNER)
	@PostMapping("/organizer/races/{raceId}/events/new")
	ModelAndView open(RaceVisit visit, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
		TypedForm form = TypedForm.of(TypedForm.joined(sent));
		EventsToOpen chosen = EventsToOpen.of(form, visit.zone());
		int opened = 0;
		if (chosen.refusals().isEmpty()) {
			opened = chosen.open((event) -> this.events.open(visit.raceId(), event));
		}
		if (!chosen.refusals().isEmpty()) {
			ModelAndView page = page(TypedForm.refused(chosen.left(), chosen.refusals(), this.wording));
			page.addObject("opened", opened);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		flash.addFlashAttribute("done", "organizer.open.done");
		return new ModelAndView(SeeOther.atRace(visit.raceId(), ""));
	}

	private static ModelAndView page(TypedForm form) {
		ModelAndView page = new ModelAndView("organizer/events-new", "form", form);
		page.addObject("rows", List.of(form.value("row").split(",")));
		return page;
	}

}
