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

	private final SubmissionSettings settings;

	SubmissionPages(Wording wording, Answers answers, SubmissionKeys keys, SubmissionSettings settings) {
		this.settings = settings;
		this.wording = wording;
		this.answers = answers;
		this.keys = keys;
	}

	/** The form with nothing against it, to begin or to change. */
	ModelAndView form(Event event, SubmissionForm form, @Nullable String focus) {
		return new ModelAndView("event", PAGE, formPage(event, form, List.of(), focus));
	}

	/** The form with what stands against it. */
	ModelAndView refused(Event event, SubmissionForm form, List<Problem> problems) {
		ModelAndView page = new ModelAndView("event", PAGE, formPage(event, form, problems, null));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	/** The check page. */
	ModelAndView check(Event event, SubmissionForm form, Statement statement) {
		return new ModelAndView("check", PAGE, checkPage(event, form, statement, this.keys.next(), false));
	}

	/**
	 * The check page once more, after it was sent too late; a key that was sent stays.
	 */
	ModelAndView checkAgain(Event event, SubmissionForm form, Statement statement) {
		String key = this.keys.keep(form.submissionKey());
		ModelAndView page = new ModelAndView("check", PAGE, checkPage(event, form, statement, key, true));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	/** The page of an event that takes no results now. */
	ModelAndView outsideWindow(Event event, boolean early) {
		ModelAndView page = new ModelAndView("window", PAGE, EventFacts.of(event, this.wording));
		page.addObject("when", early ? "early" : "closed");
		return page;
	}

	/** On to the receipt. */
	ModelAndView receipt(String token) {
		RedirectView receipt = new RedirectView("/receipts/" + token, true);
		receipt.setStatusCode(HttpStatus.SEE_OTHER);
		receipt.setExposeModelAttributes(false);
		return new ModelAndView(receipt);
	}

	private FormPage formPage(Event event, SubmissionForm form, List<Problem> problems, @Nullable String focus) {
		return new FormPage(EventFacts.of(event, this.wording), event, form.typed(), problems,
				this.settings.keepPersonalData().toDays(), focus);
	}

	private CheckPage checkPage(Event event, SubmissionForm form, Statement statement, String key, boolean stale) {
		return new CheckPage(EventFacts.of(event, this.wording), this.answers.toCheck(event, form, statement),
				form.typed(), key, stale);
	}

}
