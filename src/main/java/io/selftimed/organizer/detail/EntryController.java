package io.selftimed.organizer.detail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.selftimed.organizer.EventVisit;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Enters or corrects a result for a runner, also after the event closed.
 */
@Controller
@RequestMapping("/organizer/events/{slug}/enter")
class EntryController {

	private final EventCatalog events;

	private final OnBehalf onBehalf;

	private final Audit audit;

	EntryController(EventCatalog events, OnBehalf onBehalf, Audit audit) {
		this.events = events;
		this.onBehalf = onBehalf;
		this.audit = audit;
	}

	@OpenTo(Access.REVIEWER)
	@GetMapping
	ModelAndView form(EventVisit visit, @RequestParam(defaultValue = "") String bib) {
		return page(visit, typed(new OnBehalf.Typed(bib, "FINISHED", null, null, null, null, "m", null, null, null)),
				List.of(), HttpStatus.OK);
	}

	@OpenTo(Access.REVIEWER)
	@PostMapping
	ModelAndView enter(EventVisit visit, OnBehalf.Typed typed, RedirectAttributes page) {
		return switch (this.onBehalf.enter(visit.eventId(), typed, visit.organizerId())) {
			case OnBehalf.Entry.Taken(long id) -> {
				this.audit.write("entered-for-runner", visit.race().raceId(), "submission:" + id);
				page.addFlashAttribute("done", "organizer.entry.done");
				RedirectView redirect = new RedirectView("/organizer/events/" + visit.slug() + "/submissions/" + id,
						true);
				redirect.setStatusCode(HttpStatus.SEE_OTHER);
				redirect.setExposeModelAttributes(false);
				yield new ModelAndView(redirect);
			}
			case OnBehalf.Entry.Refused(List<OnBehalf.Reason> reasons) ->
				page(visit, typed(typed), reasons, HttpStatus.UNPROCESSABLE_CONTENT);
		};
	}

	private ModelAndView page(EventVisit visit, Map<String, String> typed, List<OnBehalf.Reason> reasons,
			HttpStatus status) {
		Event event = this.events.byId(visit.eventId()).orElseThrow();
		Map<String, String> problems = reasons.stream()
			.collect(Collectors.toMap(OnBehalf.Reason::field, OnBehalf.Reason::text, (one, other) -> one,
					LinkedHashMap::new));
		return new ModelAndView("organizer/enter",
				Map.of("event", event, "typed", typed, "problems", problems, "outcomes", Outcome.values()), status);
	}

	private static Map<String, String> typed(OnBehalf.Typed typed) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("bib", blank(typed.bib()));
		values.put("outcome", blank(typed.outcome()));
		values.put("hours", blank(typed.hours()));
		values.put("minutes", blank(typed.minutes()));
		values.put("seconds", blank(typed.seconds()));
		values.put("elevationGain", blank(typed.elevationGain()));
		values.put("elevationUnit", blank(typed.elevationUnit()));
		values.put("tally", blank(typed.tally()));
		values.put("note", blank(typed.note()));
		values.put("unknownBib", blank(typed.unknownBib()));
		return values;
	}

	private static String blank(@Nullable String text) {
		return Objects.requireNonNullElse(text, "");
	}

}
