package io.selftimed.organizer.installation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.selftimed.organizer.SeeOther;
import io.selftimed.security.Access;
import io.selftimed.security.Accounts;
import io.selftimed.security.Handover;
import io.selftimed.security.Invitations;
import io.selftimed.security.OpenTo;
import io.selftimed.security.OrganizerAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Where administrators say who else looks after the installation: at once for an address
 * that has an account here, by an invitation for any other.
 */
@Controller
class AdministratorsController {

	private static final String PAGE = "/organizer/installation/administrators";

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private final Administrators administrators;

	private final Accounts accounts;

	private final Invitations invitations;

	private final Handover handover;

	AdministratorsController(Administrators administrators, Accounts accounts, Invitations invitations,
			Handover handover) {
		this.administrators = administrators;
		this.accounts = accounts;
		this.invitations = invitations;
		this.handover = handover;
	}

	@OpenTo(value = Access.ADMINISTRATOR, freshly = true)
	@GetMapping(PAGE)
	ModelAndView look() {
		return page(new AddressForm(null), Map.of());
	}

	@OpenTo(value = Access.ADMINISTRATOR, freshly = true)
	@PostMapping(PAGE)
	ModelAndView make(AddressForm form, RedirectAttributes flash) {
		if (!form.isAddress()) {
			ModelAndView page = page(form, Map.of("email", "account.email.refused"));
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		Optional<Long> account = this.accounts.idOf(form.typedEmail());
		if (account.isPresent()) {
			this.administrators.make(account.get());
			flash.addFlashAttribute("done", "administrators.made");
		}
		else {
			this.handover.tell(this.invitations.inviteAdministrator(form.typedEmail()), flash);
		}
		return new ModelAndView(SeeOther.at(PAGE));
	}

	@OpenTo(value = Access.ADMINISTRATOR, freshly = true)
	@PostMapping(PAGE + "/invitations/{invitationId}/revoke")
	RedirectView revoke(@PathVariable long invitationId, RedirectAttributes flash) {
		if (!this.invitations.revokeAdministrator(invitationId)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		flash.addFlashAttribute("done", "people.revoked");
		return SeeOther.at(PAGE);
	}

	@OpenTo(value = Access.ADMINISTRATOR, freshly = true)
	@PostMapping(PAGE + "/{organizerId}/remove")
	RedirectView remove(@AuthenticationPrincipal OrganizerAccount account, @PathVariable long organizerId,
			HttpServletRequest request, RedirectAttributes flash) {
		switch (this.administrators.remove(organizerId)) {
			case DONE -> flash.addFlashAttribute("done", "administrators.removed");
			case LAST -> flash.addFlashAttribute("refused", "administrators.last");
			case NOBODY -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return backOrOut(account, request);
	}

	/** Whoever took it from themselves was signed out by that. */
	private RedirectView backOrOut(OrganizerAccount account, HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null && !this.administrators.contain(account.id())) {
			session.invalidate();
			return SeeOther.at("/login?left");
		}
		return SeeOther.at(PAGE);
	}

	private ModelAndView page(AddressForm form, Map<String, String> problems) {
		ModelAndView page = new ModelAndView("organizer/administrators");
		page.addObject("administrators", this.administrators.all());
		page.addObject("invitations", this.invitations.ofAdministrators().stream().map(Open::of).toList());
		page.addObject("email", form.typedEmail());
		page.addObject("problems", problems);
		return page;
	}

	/**
	 * An open invitation as it is shown. Holds an address: never logged.
	 *
	 * @param id our id
	 * @param email whom it is for
	 * @param until the day it ends, by UTC
	 */
	record Open(long id, String email, String until) {

		static Open of(Invitations.Invitation invitation) {
			Instant until = invitation.until();
			return new Open(invitation.id(), invitation.email(), DAY.format(until));
		}

		@Override
		public String toString() {
			return "invitation " + this.id;
		}

	}

}
