package io.selftimed.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import io.selftimed.submission.Receipts.Receipt;
import io.selftimed.submission.Receipts.State;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The runner's own page of a submission. While something moves it looks again by itself:
 * by script, and without script by loading itself anew.
 */
@Controller
class ReceiptController {

	private final Receipts receipts;

	private final ReceiptPages pages;

	private final InstantSource clock;

	ReceiptController(Receipts receipts, ReceiptPages pages, InstantSource clock) {
		this.receipts = receipts;
		this.pages = pages;
		this.clock = clock;
	}

	@GetMapping("/receipts/{token}")
	String receipt(@PathVariable String token, Model model) {
		Receipt receipt = this.receipts.find(token)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		Instant now = this.clock.instant();
		if (moves(receipt)) {
			Duration age = Duration.between(receipt.submittedAt(), now);
			model.addAttribute("lookAgainAfter", ReceiptPage.lookAgainAfter(age).toSeconds());
		}
		model.addAttribute("page", this.pages.of(receipt, now));
		model.addAttribute("token", token);
		return "receipt";
	}

	/** While an answer is awaited the page rests, so that what is being typed stays. */
	private static boolean moves(Receipt receipt) {
		boolean asked = receipt.words().question() != null && receipt.words().answer() == null;
		return receipt.state() == State.WAITING || (receipt.state() == State.HELD && !asked);
	}

}
