package io.selftimed.submission;

import java.util.List;

import io.selftimed.race.Event;
import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The answers a runner can get on the way to a receipt.
 */
@Component
class SubmissionPages {

	private static final String PAGE = "page";

	private final Wording wording;

	private final Answers answers;

	private final SubmissionKeys keys;

	private final Replaced replaced;

	private final ReceiptCookie cookie;

	private final SubmissionSettings settings;

	SubmissionPages(Wording wording, Answers answers, SubmissionKeys keys, Replaced replaced, ReceiptCookie cookie,
			SubmissionSettings settings) {
		this.settings = settings;
		this.wording = wording;
		this.answers = answers;
		this.keys = keys;
		this.replaced = replaced;
		this.cookie = cookie;
	}

	/** The form with nothing against it, to begin or to change. */
	ModelAndView form(Event event, SubmissionForm form, @Nullable String focus) {
		return formPage(event, form, List.of(), focus);
	}

	/** The form with what stands against it. */
	ModelAndView refused(Event event, SubmissionForm form, List<Problem> problems) {
		ModelAndView page = formPage(event, form, problems, null);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	/** The form with all that was typed, as there is no room to keep it. */
	ModelAndView full(Event event, SubmissionForm form) {
		Problem problem = Problem.of(Checked.Refusal.of("event", "refusal.event.full", event.race().contact()),
				this.wording);
		ModelAndView page = formPage(event, form, List.of(problem), null);
		page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
		page.addObject("mayRetry", true);
		return page;
	}

	/** The check page. */
	ModelAndView check(Event event, SubmissionForm form, Statement statement) {
		return checkPage(event, form, statement, this.keys.next(), false);
	}

	/**
	 * The check page once more, after it was sent too late; a key that was sent stays.
	 */
	ModelAndView checkAgain(Event event, SubmissionForm form, Statement statement) {
		String key = this.keys.keep(form.submissionKey());
		ModelAndView page = checkPage(event, form, statement, key, true);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	/** The page of an event that takes no results now. */
	ModelAndView outsideWindow(Event event, boolean early) {
		ModelAndView page = new ModelAndView("window", PAGE, EventFacts.of(event, this.wording));
		page.addObject("when", early ? "early" : "closed");
		return page;
	}

	/** On to where a runner shows by an e-mail link who they are. */
	ModelAndView askForLink(Event event) {
		RedirectView redirect = new RedirectView("/events/" + event.slug() + "/link", true);
		redirect.setExposeModelAttributes(false);
		return new ModelAndView(redirect);
	}

	/** On to the receipt, with its cookie. */
	ModelAndView receipt(String token) {
		return new ModelAndView(ToReceipt.ofTheSender(token, this.cookie));
	}

	private ModelAndView formPage(Event event, SubmissionForm form, List<Problem> problems, @Nullable String focus) {
		ModelAndView page = new ModelAndView("event", PAGE,
				new FormPage(EventFacts.of(event, this.wording), event, form.typed(), problems, focus));
		page.addObject("keptDays", this.settings.keepPersonalData().toDays());
		page.addObject("languageAction", "/events/" + event.slug() + "/check");
		page.addObject("languageChange", problems.isEmpty() ? "change" : null);
		return page;
	}

	private ModelAndView checkPage(Event event, SubmissionForm form, Statement statement, String key, boolean stale) {
		List<Answer> answers = this.replaced.mark(this.answers.toCheck(event, form, statement), statement);
		List<String> doubts = Doubting.say(statement.result(), event, this.wording);
		ModelAndView page = new ModelAndView("check", PAGE,
				new CheckPage(EventFacts.of(event, this.wording), answers, form.typed(), key, doubts, stale));
		page.addObject("languageAction", "/events/" + event.slug() + "/check");
		page.addObject("replaces", this.replaced.whatCameWhen(statement));
		return page;
	}

}
