package io.selftimed.organizer.account;

import io.selftimed.organizer.SeeOther;
import io.selftimed.organizer.WayOn;
import io.selftimed.security.Access;
import io.selftimed.security.Accounts;
import io.selftimed.security.Audit;
import io.selftimed.security.FreshSignIn;
import io.selftimed.security.OpenTo;
import io.selftimed.security.OrganizerAccount;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Asks for the password again before credentials and roles, and goes on to where one was
 * going.
 */
@Controller
class PasswordAgainController {

	private final Accounts accounts;

	private final Audit audit;

	PasswordAgainController(Accounts accounts, Audit audit) {
		this.accounts = accounts;
		this.audit = audit;
	}

	@OpenTo(Access.SIGNED_IN)
	@GetMapping("/organizer/password-again")
	ModelAndView ask(@RequestParam(required = false) @Nullable String to) {
		return page(to, "");
	}

	@OpenTo(Access.SIGNED_IN)
	@PostMapping("/organizer/password-again")
	ModelAndView prove(@AuthenticationPrincipal OrganizerAccount account,
			@RequestParam(defaultValue = "") String password, @RequestParam(required = false) @Nullable String to,
			HttpServletRequest request) {
		return switch (this.accounts.prove(account.id(), password)) {
			case RIGHT -> {
				FreshSignIn.renew(request);
				yield new ModelAndView(SeeOther.at(WayOn.safe(to)));
			}
			case WRONG -> {
				this.audit.write("password-again-failed", null, "organizer:" + account.id());
				yield page(to, "account.password.wrong");
			}
			case SLOWED -> page(to, "account.password.slowed");
		};
	}

	private static ModelAndView page(@Nullable String to, String problem) {
		ModelAndView page = new ModelAndView("organizer/password-again");
		page.addObject("to", WayOn.safe(to));
		page.addObject("problem", problem);
		if (!problem.isEmpty()) {
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return page;
	}

}
