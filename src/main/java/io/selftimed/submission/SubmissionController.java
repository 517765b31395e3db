package io.selftimed.submission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import io.selftimed.Room;
import io.selftimed.race.Event;
import io.selftimed.race.EventCatalog;
import io.selftimed.web.Wording;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/**
 * A runner's way from the form over the check page to the receipt.
 */
@Controller
@RequestMapping("/events/{slug}")
class SubmissionController {

	private final EventCatalog events;

	private final SubmissionCheck check;

	private final Acceptance acceptance;

	private final SubmissionPages pages;

	private final Wording wording;

	private final Room room;

	private final InstantSource clock;

	SubmissionController(EventCatalog events, SubmissionCheck check, Acceptance acceptance, SubmissionPages pages,
			Wording wording, Room room, InstantSource clock) {
		this.events = events;
		this.check = check;
		this.acceptance = acceptance;
		this.pages = pages;
		this.wording = wording;
		this.room = room;
		this.clock = clock;
	}

	/** Only what was typed is bound; Spring would read fields from headers as well. */
	@InitBinder
	void bindNoHeaders(WebDataBinder binder) {
		if (binder instanceof ExtendedServletRequestDataBinder extended) {
			extended.setHeaderPredicate((header) -> false);
		}
	}

	@GetMapping
	ModelAndView form(@PathVariable String slug, @RequestParam(required = false) @Nullable String bib) {
		Event event = event(slug);
		Instant now = this.clock.instant();
		if (!event.window().isOpenAt(now)) {
			return this.pages.outsideWindow(event, now.isBefore(event.window().opensAt()));
		}
		if (event.trust().identity() == Event.Identity.EMAIL_LINK) {
			return this.pages.askForLink(event);
		}
		return this.pages.form(event, SubmissionForm.blank(bib), null);
	}

	/**
	 * What was sent once may have been accepted, and sending it again leads to its
	 * receipt: without room too.
	 */
	@PostMapping(path = "/check", params = "!change")
	ModelAndView check(@PathVariable String slug, @Valid SubmissionForm form, BindingResult shape,
			@RequestAttribute(name = "selftimed.tokenExpired", required = false) @Nullable Boolean tokenExpired) {
		Event event = event(slug);
		if (form.submissionKey() == null && !this.room.isThere()) {
			return this.pages.full(event, form);
		}
		Checked checked = this.check.check(event, form);
		List<Problem> problems = Problem.of(form, shape, checked, this.wording);
		if (!(checked instanceof Checked.Sound(Statement statement)) || !problems.isEmpty()) {
			return this.pages.refused(event, form, problems);
		}
		return Boolean.TRUE.equals(tokenExpired) ? this.pages.checkAgain(event, form, statement)
				: this.pages.check(event, form, statement);
	}

	@PostMapping(path = "/check", params = "change")
	ModelAndView change(@PathVariable String slug, SubmissionForm form, @RequestParam String change) {
		return this.pages.form(event(slug), form, change);
	}

	@PostMapping("/submit")
	ModelAndView submit(@PathVariable String slug, @Valid SubmissionForm form, BindingResult shape) {
		Event event = event(slug);
		Checked checked = this.check.check(event, form);
		List<Problem> problems = Problem.of(form, shape, checked, this.wording);
		String key = form.submissionKey();
		boolean hasKey = key != null && SubmissionKeys.isKey(key);
		if (!(checked instanceof Checked.Sound(Statement statement)) || !problems.isEmpty()) {
			Optional<String> before = (key != null && hasKey) ? sentBefore(event, checked, key) : Optional.empty();
			return before.map(this.pages::receipt).orElseGet(() -> this.pages.refused(event, form, problems));
		}
		if (key == null || !hasKey) {
			return this.pages.checkAgain(event, form, statement);
		}
		if (!this.room.isThere()) {
			return this.acceptance.find(event, statement, key)
				.map(this.pages::receipt)
				.orElseGet(() -> this.pages.full(event, form));
		}
		try {
			return this.pages.receipt(this.acceptance.accept(event, statement, key));
		}
		catch (TooManyToday ex) {
			return this.pages.refused(event, form, List.of(Problem.of(ex, this.wording)));
		}
		catch (CorrectionsOver ex) {
			return this.pages.refused(event, form, List.of(Problem.of(ex, this.wording)));
		}
	}

	/** A page that was sent in time and is sent again later leads to its receipt. */
	private Optional<String> sentBefore(Event event, Checked checked, String key) {
		return (checked instanceof Checked.Refused refused && refused.untimely() != null)
				? this.acceptance.find(event, refused.untimely(), key) : Optional.empty();
	}

	private Event event(String slug) {
		return this.events.bySlug(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
