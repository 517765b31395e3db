package io.selftimed.organizer;

import java.util.List;

import io.selftimed.runsignup.ApiCaller;
import io.selftimed.security.OrganizerAccount;
import io.selftimed.security.OrganizerAddresses;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestAttribute;

/**
 * What the bar of every organizer's page knows: who is signed in, and whether RunSignup
 * demands a registration that this installation does not have.
 */
@ControllerAdvice(basePackageClasses = EveryOrganizerPage.class)
class EveryOrganizerPage {

	private final ApiCaller caller;

	private final OrganizerAddresses addresses;

	private final Visits visits;

	EveryOrganizerPage(ApiCaller caller, OrganizerAddresses addresses, Visits visits) {
		this.caller = caller;
		this.addresses = addresses;
		this.visits = visits;
	}

	/** The address of whoever is signed in. */
	@ModelAttribute("signedInAs")
	String signedInAs(@AuthenticationPrincipal OrganizerAccount account) {
		return this.addresses.ofOrganizer(account.id());
	}

	/** Whether whoever is signed in looks after the installation. */
	@ModelAttribute("administrator")
	boolean administrator(@AuthenticationPrincipal OrganizerAccount account) {
		return this.visits.isAdministrator(account.id());
	}

	/** The visit to the event that the page is of, null if it is of none. */
	@ModelAttribute("eventVisit")
	@Nullable EventVisit eventVisit(@RequestAttribute(required = false) @Nullable EventVisit eventVisit) {
		return eventVisit;
	}

	/** The visit to the race that the page is of, null if it is of none. */
	@ModelAttribute("raceVisit")
	@Nullable RaceVisit raceVisit(@RequestAttribute(required = false) @Nullable RaceVisit raceVisit) {
		return raceVisit;
	}

	/** The tabs of the event that the page is of, empty if it is of none. */
	@ModelAttribute("eventTabs")
	List<EventTab> eventTabs(@RequestAttribute(required = false) @Nullable EventVisit eventVisit) {
		return (eventVisit != null) ? EventTab.of(eventVisit.race().role()) : List.of();
	}

	/** The list that a page of an event was opened from, null if it is of none. */
	@ModelAttribute("wayBack")
	@Nullable WayBack wayBack(@Nullable WayBack wayBack) {
		return wayBack;
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
