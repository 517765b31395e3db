package io.selftimed.organizer;

import io.selftimed.runsignup.ApiCaller;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the bar of every organizer's page knows: whether RunSignup demands a registration
 * that this installation does not have.
 */
@ControllerAdvice(basePackageClasses = EveryOrganizerPage.class)
class EveryOrganizerPage {

	private final ApiCaller caller;

	EveryOrganizerPage(ApiCaller caller) {
		this.caller = caller;
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
