package io.selftimed.notification;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where whoever gets e-mails of ours stops them, and lets them come again. Looking stops
 * nothing, as mail scanners follow links; mail programs post without a token of ours, as
 * RFC 8058 has it.
 */
@Controller
class StopMailsController {

	private final UnwantedMail unwanted;

	StopMailsController(UnwantedMail unwanted) {
		this.unwanted = unwanted;
	}

	@GetMapping("/mails/stop/{token}")
	String look(@PathVariable String token, Model model) {
		return page(checked(token), model);
	}

	@PostMapping("/mails/stop/{token}")
	String stop(@PathVariable String token, @RequestParam(defaultValue = "false") boolean wanted, Model model) {
		if (wanted) {
			this.unwanted.want(checked(token));
		}
		else {
			this.unwanted.stop(checked(token));
		}
		return page(token, model);
	}

	private String page(String token, Model model) {
		model.addAttribute("stopped", this.unwanted.isStopped(token));
		return "mail/stop";
	}

	private static String checked(String token) {
		if (!UnwantedMail.isToken(token)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return token;
	}

}
