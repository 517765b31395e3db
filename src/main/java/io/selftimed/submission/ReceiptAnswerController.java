package io.selftimed.submission;

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

	private final ReceiptAnswers answers;

	ReceiptAnswerController(ReceiptAnswers answers) {
		this.answers = answers;
	}

	/** A new line counts as one character, as browsers count. */
	@PostMapping("/receipts/{token}/answer")
	ModelAndView answer(@PathVariable String token, @RequestParam(defaultValue = "") String answer) {
		String words = answer.replace("\r\n", "\n").replace("\0", "").strip();
		if (words.codePointCount(0, words.length()) > LONGEST) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		if (!words.isEmpty()) {
			this.answers.answer(token, words);
		}
		return new ModelAndView(ToReceipt.of(token));
	}

}
