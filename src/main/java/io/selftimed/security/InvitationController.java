package io.selftimed.security;

import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where an invitation leads: whoever has no account yet makes one, whoever has one goes
 * on to sign in. Looking accepts nothing.
 */
@Controller
class InvitationController {

	private final Invitations invitations;

	private final Accounts accounts;

	InvitationController(Invitations invitations, Accounts accounts) {
		this.invitations = invitations;
		this.accounts = accounts;
	}

	@GetMapping("/invitations/{token}")
	ModelAndView look(@PathVariable String token) {
		return page(token, Map.of());
	}

	@PostMapping("/invitations/{token}")
	ModelAndView accept(@PathVariable String token, PasswordForm form) {
		Optional<Invitations.Invitation> invitation = this.invitations.of(token);
		if (invitation.isEmpty()) {
			return page(token, Map.of());
		}
		Map<String, String> problems = PasswordPage.problems(form, false, invitation.get().email());
		if (!problems.isEmpty()) {
			return page(token, problems);
		}
		return this.invitations.acceptAsNew(token, form.typedPassword()) ? SeeOther.to("/login?joined")
				: page(token, Map.of());
	}

	private ModelAndView page(String token, Map<String, String> problems) {
		Optional<Invitations.Invitation> invitation = this.invitations.of(token);
		if (invitation.isEmpty()) {
			return PasswordPage.of("invitation", "gone", "", Map.of());
		}
		String email = invitation.get().email();
		String step = this.accounts.idOf(email).isPresent() ? "sign-in" : "make";
		ModelAndView page = PasswordPage.of("invitation", step, email, problems);
		page.addObject("invitation", invitation.get());
		page.addObject("token", token);
		return page;
	}

}
