package io.selftimed.organizer.account;

import java.util.Optional;

import io.selftimed.organizer.SeeOther;
import io.selftimed.security.Access;
import io.selftimed.security.Invitations;
import io.selftimed.security.OpenTo;
import io.selftimed.security.OrganizerAccount;
import io.selftimed.security.OrganizerAddresses;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where somebody who has an account accepts an invitation: only the one whose address it
 * is for. Looking accepts nothing.
 */
@Controller
class InvitedController {

	private final Invitations invitations;

	private final OrganizerAddresses addresses;

	InvitedController(Invitations invitations, OrganizerAddresses addresses) {
		this.invitations = invitations;
		this.addresses = addresses;
	}

	@OpenTo(Access.SIGNED_IN)
	@GetMapping("/organizer/invitations/{token}")
	ModelAndView look(@AuthenticationPrincipal OrganizerAccount account, @PathVariable String token) {
		Optional<Invitations.Invitation> invitation = this.invitations.of(token);
		boolean own = invitation.filter((open) -> open.email().equals(this.addresses.ofOrganizer(account.id())))
			.isPresent();
		ModelAndView page = new ModelAndView("organizer/invited");
		page.addObject("step", own ? "accept" : invitation.isPresent() ? "other" : "gone");
		if (own) {
			page.addObject("invitation", invitation.get());
			page.addObject("token", token);
		}
		return page;
	}

	@OpenTo(Access.SIGNED_IN)
	@PostMapping("/organizer/invitations/{token}")
	ModelAndView accept(@AuthenticationPrincipal OrganizerAccount account, @PathVariable String token) {
		return this.invitations.accept(token, account.id()) ? new ModelAndView(SeeOther.at("/organizer"))
				: look(account, token);
	}

}
