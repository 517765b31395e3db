package io.selftimed.organizer.detail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.selftimed.Room;
import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.SeeOther;
import io.selftimed.organizer.WayBack;
import io.selftimed.race.Event;
import io.selftimed.race.EventCatalog;
import io.selftimed.race.Outcome;
import io.selftimed.security.Access;
import io.selftimed.security.Audit;
import io.selftimed.security.OpenTo;
import io.selftimed.submission.OnBehalf;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Enters or corrects a result for a runner, also after the event closed.
 */
@Controller
@RequestMapping("/organizer/events/{slug}/enter")
class EntryController {

	private final EventCatalog events;

	private final OnBehalf onBehalf;

	private final Room room;

	private final Audit audit;

	private final SubmissionDetails details;

	EntryController(EventCatalog events, OnBehalf onBehalf, SubmissionDetails details, Room room, Audit audit) {
		this.events = events;
		this.onBehalf = onBehalf;
		this.details = details;
		this.room = room;
		this.audit = audit;
	}

	/**
	 * The form: with what a submission says, for a runner on the roster, or for a bib.
	 */
	@OpenTo(Access.REVIEWER)
	@GetMapping
	ModelAndView form(EventVisit visit, @RequestParam(defaultValue = "") String bib,
			@RequestParam(required = false) @Nullable Long participant,
			@RequestParam(required = false) @Nullable Long submission) {
		OnBehalf.Typed typed = (submission == null) ? EntryForm.blank(bib, participant)
				: EntryForm.correcting(this.details.find(visit.eventId(), submission)
					.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		return page(visit, typed, Map.of(), HttpStatus.OK);
	}

	@OpenTo(Access.REVIEWER)
	@PostMapping
	ModelAndView enter(EventVisit visit, OnBehalf.Typed typed, WayBack way, RedirectAttributes page) {
		if (!this.room.isThere()) {
			return page(visit, typed, Map.of(), HttpStatus.SERVICE_UNAVAILABLE).addObject("full", true);
		}
		return switch (this.onBehalf.enter(visit.eventId(), typed, visit.organizerId())) {
			case OnBehalf.Entry.Taken(long id) -> {
				this.audit.write("entered-for-runner", visit.race().raceId(), "submission:" + id);
				page.addFlashAttribute("done", "organizer.entry.done");
				yield new ModelAndView(SeeOther.atEvent(visit, way.along("/submissions/" + id)));
			}
			case OnBehalf.Entry.Doubted(List<String> doubts, String sure) -> {
				ModelAndView doubted = page(visit, typed, Map.of(), HttpStatus.UNPROCESSABLE_CONTENT);
				doubted.addObject("doubts", doubts);
				doubted.addObject("sure", sure);
				yield doubted;
			}
			case OnBehalf.Entry.Refused(List<OnBehalf.Reason> reasons) ->
				page(visit, typed, byField(reasons), HttpStatus.UNPROCESSABLE_CONTENT);
		};
	}

	private static Map<String, String> byField(List<OnBehalf.Reason> reasons) {
		return reasons.stream()
			.collect(Collectors.toMap(OnBehalf.Reason::field, OnBehalf.Reason::text, (one, other) -> one,
					LinkedHashMap::new));
	}

	private ModelAndView page(EventVisit visit, OnBehalf.Typed typed, Map<String, String> problems, HttpStatus status) {
		Map<String, String> boxes = EntryForm.boxes(typed);
		Event event = this.events.byId(visit.eventId()).orElseThrow();
		ModelAndView page = new ModelAndView("organizer/enter", Map.of("event", event, "typed", boxes, "problems",
				problems, "outcomes", Outcome.values(), "doubts", List.of()), status);
		page.addObject("withdrawal", this.details.withdrawalOutcome(visit.eventId()));
		String participant = boxes.getOrDefault("participant", "");
		if (participant.matches("[0-9]{1,18}")) {
			this.details.runner(visit.eventId(), Long.parseLong(participant))
				.ifPresent((runner) -> page.addObject("runner", runner));
		}
		return page;
	}

}
