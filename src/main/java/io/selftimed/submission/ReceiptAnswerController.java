package io.selftimed.submission;

import java.time.InstantSource;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes a runner's answer to what the race asked, through the receipt.
 */
@Controller
class ReceiptAnswerController {

	private static final int LONGEST = 500;

	private final Reviews reviews;

	private final ReceiptTokens tokens;

	private final InstantSource clock;

	ReceiptAnswerController(Reviews reviews, ReceiptTokens tokens, InstantSource clock) {
		this.reviews = reviews;
		this.tokens = tokens;
		this.clock = clock;
	}

	/** A question that was decided about meanwhile needs no answer any more. */
	@PostMapping("/receipts/{token}/answer")
	ModelAndView answer(@PathVariable String token, @RequestParam(defaultValue = "") String answer) {
		String words = answer.strip().replace("\0", "");
		if (words.codePointCount(0, words.length()) > LONGEST) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		if (!words.isEmpty()) {
			this.reviews.answer(this.tokens.storedCandidates(token), words, this.clock.instant());
		}
		return new ModelAndView(ToReceipt.of(token));
	}

}
