package io.selftimed.organizer;

import io.selftimed.runsignup.ApiCaller;
import io.selftimed.security.OrganizerAccount;
import io.selftimed.security.OrganizerAddresses;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the bar of every organizer's page knows: who is signed in, and whether RunSignup
 * demands a registration that this installation does not have.
 */
@ControllerAdvice(basePackageClasses = EveryOrganizerPage.class)
class EveryOrganizerPage {

	private final ApiCaller caller;

	private final OrganizerAddresses addresses;

	EveryOrganizerPage(ApiCaller caller, OrganizerAddresses addresses) {
		this.caller = caller;
		this.addresses = addresses;
	}

	/** The address of whoever is signed in. */
	@ModelAttribute("signedInAs")
	String signedInAs(@AuthenticationPrincipal OrganizerAccount account) {
		return this.addresses.ofOrganizer(account.id());
	}

	/** The key of the warning about it, empty if there is none. */
	@ModelAttribute("registrationWarning")
	String registrationWarning() {
		return switch (this.caller.standing()) {
			case REGISTERED -> "";
			case MISSING -> "organizer.registration.missing";
			case DEMANDED -> "organizer.registration.demanded";
		};
	}

}
