package io.selftimed.security;

import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The way back in for whoever forgot their password: ask for a link, open it, choose
 * another password.
 */
@Controller
class PasswordController {

	private static final String VIEW = "password";

	private final PasswordLinks links;

	private final OutgoingMail mail;

	PasswordController(PasswordLinks links, OutgoingMail mail) {
		this.links = links;
		this.mail = mail;
	}

	@GetMapping("/password")
	ModelAndView forgotten() {
		return PasswordPage.of(VIEW, "ask", "", Map.of()).addObject("mailWhy", this.mail.why());
	}

	/** The same answer for every address. */
	@PostMapping("/password")
	ModelAndView ask(PasswordForm form) {
		if (!form.hasAddress()) {
			return PasswordPage.of(VIEW, "ask", form.typedEmail(), Map.of("email", "account.email.refused"))
				.addObject("mailWhy", this.mail.why());
		}
		this.links.ask(form.typedEmail());
		return PasswordPage.of(VIEW, "sent", form.typedEmail(), Map.of()).addObject("mailWhy", this.mail.why());
	}

	/** Only shows the form: whatever follows links by itself uses none up. */
	@GetMapping("/password/{token}")
	ModelAndView open(@PathVariable String token) {
		return this.links.account(token)
			.map((email) -> PasswordPage.of(VIEW, "choose", email, Map.of()))
			.orElseGet(() -> PasswordPage.of(VIEW, "gone", "", Map.of()));
	}

	@PostMapping("/password/{token}")
	ModelAndView choose(@PathVariable String token, PasswordForm form) {
		Optional<String> account = this.links.account(token);
		if (account.isEmpty()) {
			return PasswordPage.of(VIEW, "gone", "", Map.of());
		}
		Map<String, String> problems = PasswordPage.problems(form, false, account.get());
		if (!problems.isEmpty()) {
			return PasswordPage.of(VIEW, "choose", account.get(), problems);
		}
		return this.links.use(token, form.typedPassword()) ? SeeOther.to("/login?changed")
				: PasswordPage.of(VIEW, "gone", "", Map.of());
	}

}
