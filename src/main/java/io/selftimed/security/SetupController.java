package io.selftimed.security;

import java.util.Map;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the first account is made. Looking uses the link up for nobody.
 */
@Controller
@Profile("production & !demo")
class SetupController {

	private final SetupLink link;

	SetupController(SetupLink link) {
		this.link = link;
	}

	@GetMapping("/setup/{token}")
	ModelAndView look(@PathVariable String token) {
		demand(this.link.isOpen(token));
		return PasswordPage.of("setup", "", "", Map.of());
	}

	@PostMapping("/setup/{token}")
	ModelAndView make(@PathVariable String token, PasswordForm form) {
		demand(this.link.isOpen(token));
		Map<String, String> problems = PasswordPage.problems(form, true, form.typedEmail());
		if (!problems.isEmpty()) {
			return PasswordPage.of("setup", "", form.typedEmail(), problems);
		}
		demand(this.link.use(token, form.typedEmail(), form.typedPassword()));
		return SeeOther.to("/login?ready");
	}

	private static void demand(boolean open) {
		if (!open) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

}
