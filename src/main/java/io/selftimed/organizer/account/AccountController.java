package io.selftimed.organizer.account;

import java.util.LinkedHashMap;
import java.util.Map;

import io.selftimed.organizer.SeeOther;
import io.selftimed.security.Access;
import io.selftimed.security.Accounts;
import io.selftimed.security.Audit;
import io.selftimed.security.FreshSignIn;
import io.selftimed.security.NewPassword;
import io.selftimed.security.OpenSessions;
import io.selftimed.security.OpenTo;
import io.selftimed.security.OrganizerAccount;
import io.selftimed.security.OrganizerAddresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * An organizer's own account: another password, and the sessions that are open.
 */
@Controller
class AccountController {

	private static final String PAGE = "/organizer/account";

	private final Accounts accounts;

	private final OpenSessions sessions;

	private final OrganizerAddresses addresses;

	private final Audit audit;

	AccountController(Accounts accounts, OpenSessions sessions, OrganizerAddresses addresses, Audit audit) {
		this.accounts = accounts;
		this.sessions = sessions;
		this.addresses = addresses;
		this.audit = audit;
	}

	@OpenTo(Access.SIGNED_IN)
	@GetMapping(PAGE)
	ModelAndView look(@AuthenticationPrincipal OrganizerAccount account, HttpServletRequest request) {
		return page(account, request, Map.of());
	}

	@OpenTo(Access.SIGNED_IN)
	@PostMapping("/organizer/account/password")
	ModelAndView change(@AuthenticationPrincipal OrganizerAccount account, ChangeForm form, HttpServletRequest request,
			RedirectAttributes flash) {
		Map<String, String> problems = problems(account, form);
		if (!problems.isEmpty()) {
			return page(account, request, problems);
		}
		this.accounts.changePassword(account.id(), form.typedPassword(), sessionId(request));
		FreshSignIn.renew(request);
		this.audit.write("password-changed", null, "organizer:" + account.id());
		flash.addFlashAttribute("done", "account.password.changed");
		return new ModelAndView(SeeOther.at(PAGE));
	}

	@OpenTo(Access.SIGNED_IN)
	@PostMapping("/organizer/account/sign-out-everywhere")
	RedirectView signOutEverywhere(@AuthenticationPrincipal OrganizerAccount account, HttpServletRequest request) {
		this.audit.write("signed-out-everywhere", null, "organizer:" + account.id());
		this.sessions.end(account.id(), "");
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
		return SeeOther.at("/login?left");
	}

	/** The new password is looked at first: a bad one costs no try at the old one. */
	private Map<String, String> problems(OrganizerAccount account, ChangeForm form) {
		Map<String, String> problems = new LinkedHashMap<>();
		NewPassword.refusal(form.typedPassword(), this.addresses.ofOrganizer(account.id()))
			.ifPresent((key) -> problems.put("password", key));
		if (problems.isEmpty()) {
			switch (this.accounts.prove(account.id(), form.typedCurrent())) {
				case WRONG -> problems.put("current", "account.password.wrong");
				case SLOWED -> problems.put("current", "account.password.slowed");
				case RIGHT -> {
				}
			}
		}
		return problems;
	}

	private ModelAndView page(OrganizerAccount account, HttpServletRequest request, Map<String, String> problems) {
		ModelAndView page = new ModelAndView("organizer/account");
		page.addObject("email", this.addresses.ofOrganizer(account.id()));
		page.addObject("sessions", ShownSession.of(this.sessions.of(account.id()), sessionId(request)));
		page.addObject("problems", problems);
		if (!problems.isEmpty()) {
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return page;
	}

	private static String sessionId(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? session.getId() : "";
	}

}
