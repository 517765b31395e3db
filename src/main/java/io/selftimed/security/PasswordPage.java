package io.selftimed.security;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page on which a password is chosen: what was typed, but for the password, and what
 * stands against it.
 */
final class PasswordPage {

	private PasswordPage() {
	}

	/** What stands against a form, by field: keys of sentences. */
	static Map<String, String> problems(PasswordForm form, boolean asksAddress, String email) {
		Map<String, String> problems = new LinkedHashMap<>();
		if (asksAddress && !form.hasAddress()) {
			problems.put("email", "account.email.refused");
		}
		NewPassword.refusal(form.typedPassword(), email).ifPresent((key) -> problems.put("password", key));
		return problems;
	}

	static ModelAndView of(String view, String step, String email, Map<String, String> problems) {
		ModelAndView page = new ModelAndView(view);
		page.addObject("step", step);
		page.addObject("email", email);
		page.addObject("problems", problems);
		if (!problems.isEmpty()) {
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return page;
	}

}
