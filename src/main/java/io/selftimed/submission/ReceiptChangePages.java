package io.selftimed.submission;

import java.util.List;
import java.util.Map;

import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages between a receipt and its correction or withdrawal.
 */
@Component
class ReceiptChangePages {

	/** The word of a correction, in addresses and messages. */
	static final String CORRECT = "correct";

	/** The word of a withdrawal, in addresses and messages. */
	static final String WITHDRAW = "withdraw";

	private final SubmissionPages forms;

	private final ReceiptProof proof;

	private final Wording wording;

	ReceiptChangePages(SubmissionPages forms, ReceiptProof proof, Wording wording) {
		this.forms = forms;
		this.proof = proof;
		this.wording = wording;
	}

	/** The form with everything filled in as it was sent. */
	ModelAndView form(Earlier earlier) {
		return this.forms.form(earlier.event(), SentForm.of(earlier, this.proof.of(earlier.id())), null);
	}

	/** Asks for the identifying fact. */
	ModelAndView ask(String what, Earlier earlier, String token) {
		return page(what, earlier, token, Map.of(), List.of(), Recognition.field(earlier.event()));
	}

	/** Asks once more, with what stands against it. */
	ModelAndView askAgain(String what, Earlier earlier, String token, SubmissionForm fact,
			List<Checked.Refusal> refusals) {
		ModelAndView page = page(what, earlier, token, fact.typed(),
				refusals.stream().map((refusal) -> Problem.of(refusal, this.wording)).toList(),
				Recognition.field(earlier.event()));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	/** Asks no more than whether to do it. */
	ModelAndView confirm(Earlier earlier, String token) {
		return page(WITHDRAW, earlier, token, Map.of(), List.of(), null);
	}

	private ModelAndView page(String what, Earlier earlier, String token, Map<String, String> typed,
			List<Problem> problems, @Nullable String fact) {
		ModelAndView page = new ModelAndView("receipt-change", "page",
				new FormPage(EventFacts.of(earlier.event(), this.wording), earlier.event(), typed, problems, null));
		page.addObject("what", what);
		page.addObject("fact", fact);
		page.addObject("token", token);
		page.addObject("bib", earlier.bib());
		page.addObject("sent", this.wording.momentToTheSecond(earlier.submittedAt(), earlier.event().race().zone()));
		return page;
	}

}
