package io.selftimed.submission;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.selftimed.Room;
import io.selftimed.race.Event;
import io.selftimed.race.EventCatalog;
import io.selftimed.submission.IdentityLinks.LinkedRunner;
import io.selftimed.web.Languages;
import io.selftimed.web.Wording;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * A runner's way through an e-mail link, where the event knows its runners by it: ask for
 * one, open it, press its button, choose the bib, and on to the form.
 */
@Controller
@RequestMapping("/events/{slug}/link")
class LinkController {

	private final EventCatalog events;

	private final LinkRequests requests;

	private final IdentityLinks links;

	private final IdentityProof proof;

	private final SubmissionPages pages;

	private final Room room;

	private final Wording wording;

	LinkController(EventCatalog events, LinkRequests requests, IdentityLinks links, IdentityProof proof,
			SubmissionPages pages, Room room, Wording wording) {
		this.events = events;
		this.requests = requests;
		this.links = links;
		this.proof = proof;
		this.pages = pages;
		this.room = room;
		this.wording = wording;
	}

	@GetMapping
	ModelAndView ask(@PathVariable String slug) {
		return page(event(slug), "ask", Map.of(), List.of());
	}

	/** The same answer for every address. */
	@PostMapping
	ModelAndView request(@PathVariable String slug, @Valid LinkForm form, BindingResult shape) {
		Event event = event(slug);
		String email = Objects.requireNonNullElse(form.email(), "");
		if (shape.hasErrors()) {
			Problem problem = Problem.of(Checked.Refusal.of("email", "refusal.link.email"), this.wording);
			ModelAndView page = page(event, "ask", Map.of("email", email), List.of(problem));
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		if (!this.room.isThere()) {
			Problem problem = Problem.of(Checked.Refusal.of("event", "refusal.link.full", event.race().contact()),
					this.wording);
			ModelAndView page = page(event, "ask", Map.of("email", email), List.of(problem));
			page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
			return page;
		}
		this.requests.ask(event, email, Languages.current().getLanguage());
		return page(event, "sent", Map.of("email", email.strip()), List.of());
	}

	/** Only shows a button: whatever follows links by itself uses none up. */
	@GetMapping("/{token}")
	ModelAndView open(@PathVariable String slug, @PathVariable String token) {
		Event event = event(slug);
		return page(event, this.links.isOpen(event, token) ? "open" : "gone", Map.of(), List.of());
	}

	@PostMapping("/{token}")
	ModelAndView follow(@PathVariable String slug, @PathVariable String token) {
		Event event = event(slug);
		List<LinkedRunner> runners = this.links.use(event, token);
		if (runners.isEmpty()) {
			return page(event, "gone", Map.of(), List.of());
		}
		if (runners.size() == 1) {
			return this.pages.form(event,
					SubmissionForm.proven(runners.getFirst().bib(), proof(event, runners.getFirst())), "outcome");
		}
		ModelAndView page = page(event, "choose", Map.of(), List.of());
		page.addObject("choices",
				runners.stream()
					.map((runner) -> new Choice(runner.bib(), runner.initials(), proof(event, runner)))
					.toList());
		return page;
	}

	private String proof(Event event, LinkedRunner runner) {
		return this.proof.of(event.eventId(), runner.participantId());
	}

	private ModelAndView page(Event event, String step, Map<String, String> typed, List<Problem> problems) {
		FormPage form = new FormPage(EventFacts.of(event, this.wording), event, typed, problems, null);
		return new ModelAndView("link", Map.of("page", form, "step", step));
	}

	private Event event(String slug) {
		return this.events.bySlug(slug)
			.filter((event) -> event.trust().identity() == Event.Identity.EMAIL_LINK)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/**
	 * A bib to go on with.
	 *
	 * @param bib the bib
	 * @param initials whose it is
	 * @param identity the proof that the form carries
	 */
	record Choice(long bib, String initials, String identity) {

	}

}
