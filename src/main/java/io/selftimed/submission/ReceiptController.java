package io.selftimed.submission;

import java.time.Duration;
import java.time.InstantSource;

import io.selftimed.submission.Receipts.Receipt;
import io.selftimed.submission.Receipts.State;
import io.selftimed.web.Wording;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The runner's own page of a submission.
 */
@Controller
class ReceiptController {

	private final Receipts receipts;

	private final Answers answers;

	private final Wording wording;

	private final InstantSource clock;

	ReceiptController(Receipts receipts, Answers answers, Wording wording, InstantSource clock) {
		this.receipts = receipts;
		this.answers = answers;
		this.wording = wording;
		this.clock = clock;
	}

	@GetMapping("/receipts/{token}")
	String receipt(@PathVariable String token, Model model, HttpServletResponse response) {
		Receipt receipt = this.receipts.find(token)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (receipt.state() == State.WAITING) {
			Duration age = Duration.between(receipt.submittedAt(), this.clock.instant());
			response.setHeader("Refresh", String.valueOf(ReceiptPage.lookAgainAfter(age).toSeconds()));
		}
		model.addAttribute("page", ReceiptPage.of(receipt, this.answers.onReceipt(receipt), this.wording));
		model.addAttribute("token", token);
		return "receipt";
	}

}
