package io.selftimed.submission;

import java.time.InstantSource;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/**
 * What a runner does about a submission through its receipt: corrects it, or takes it
 * back. Whoever has not the receipt's own cookie shows first to be the runner.
 */
@Controller
@RequestMapping("/receipts/{token}")
class ReceiptChangeController {

	private final EarlierSubmissions earlier;

	private final Recognition recognition;

	private final Withdrawals withdrawals;

	private final ReceiptCookie cookie;

	private final ReceiptChangePages pages;

	private final InstantSource clock;

	ReceiptChangeController(EarlierSubmissions earlier, Recognition recognition, Withdrawals withdrawals,
			ReceiptCookie cookie, ReceiptChangePages pages, InstantSource clock) {
		this.earlier = earlier;
		this.recognition = recognition;
		this.withdrawals = withdrawals;
		this.cookie = cookie;
		this.pages = pages;
		this.clock = clock;
	}

	/** Only what was typed is bound; Spring would read fields from headers as well. */
	@InitBinder
	void bindNoHeaders(WebDataBinder binder) {
		if (binder instanceof ExtendedServletRequestDataBinder extended) {
			extended.setHeaderPredicate((header) -> false);
		}
	}

	@GetMapping("/correct")
	ModelAndView correct(@PathVariable String token, HttpServletRequest request) {
		Earlier found = find(token);
		if (!found.event().takesCorrectionsAt(this.clock.instant())) {
			return new ModelAndView(ToReceipt.of(token));
		}
		return this.cookie.isWith(request, token) ? this.pages.form(found)
				: this.pages.ask(ReceiptChangePages.CORRECT, found, token);
	}

	@PostMapping("/correct")
	ModelAndView showWhoAndCorrect(@PathVariable String token, SubmissionForm fact, HttpServletRequest request) {
		Earlier found = find(token);
		List<Checked.Refusal> refusals = refusals(found, token, fact, request);
		return refusals.isEmpty() ? new ModelAndView(ToReceipt.correction(token, this.cookie))
				: this.pages.askAgain(ReceiptChangePages.CORRECT, found, token, fact, refusals);
	}

	@GetMapping("/withdraw")
	ModelAndView askWhetherToWithdraw(@PathVariable String token, HttpServletRequest request) {
		Earlier found = find(token);
		if (!found.event().takesCorrectionsAt(this.clock.instant())) {
			return new ModelAndView(ToReceipt.of(token));
		}
		return this.cookie.isWith(request, token) ? this.pages.confirm(found, token)
				: this.pages.ask(ReceiptChangePages.WITHDRAW, found, token);
	}

	@PostMapping("/withdraw")
	ModelAndView withdraw(@PathVariable String token, SubmissionForm fact, HttpServletRequest request) {
		Earlier found = find(token);
		List<Checked.Refusal> refusals = refusals(found, token, fact, request);
		if (!refusals.isEmpty()) {
			return this.pages.askAgain(ReceiptChangePages.WITHDRAW, found, token, fact, refusals);
		}
		try {
			this.withdrawals.withdraw(found);
		}
		catch (CorrectionsOver ex) {
			// The receipt says until when it could be done.
			return new ModelAndView(ToReceipt.of(token));
		}
		return new ModelAndView(ToReceipt.ofTheSender(token, this.cookie));
	}

	private List<Checked.Refusal> refusals(Earlier found, String token, SubmissionForm fact,
			HttpServletRequest request) {
		return this.cookie.isWith(request, token) ? List.of() : this.recognition.check(found, fact);
	}

	private Earlier find(String token) {
		return this.earlier.byToken(token).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
