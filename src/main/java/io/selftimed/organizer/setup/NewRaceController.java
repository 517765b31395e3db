package io.selftimed.organizer.setup;

import java.util.Map;

import io.selftimed.organizer.SeeOther;
import io.selftimed.organizer.TypedForm;
import io.selftimed.runsignup.CredentialKind;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import io.selftimed.security.OrganizerAccount;
import io.selftimed.security.OrganizerAddresses;
import io.selftimed.web.Wording;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Opens a race: RunSignup's id and a credential, and by hand what RunSignup does not
 * tell.
 */
@Controller
class NewRaceController {

	private final RaceOpening opening;

	private final SetupFacts facts;

	private final OrganizerAddresses addresses;

	private final Wording wording;

	NewRaceController(RaceOpening opening, SetupFacts facts, OrganizerAddresses addresses, Wording wording) {
		this.opening = opening;
		this.facts = facts;
		this.addresses = addresses;
		this.wording = wording;
	}

	@OpenTo(value = Access.SIGNED_IN, freshly = true)
	@GetMapping("/organizer/races/new")
	ModelAndView blank(@AuthenticationPrincipal OrganizerAccount account) {
		return page(account, TypedForm.of(Map.of("kind", CredentialKind.API_V2.propertyName(), "contact",
				this.addresses.ofOrganizer(account.id()))));
	}

	@OpenTo(value = Access.SIGNED_IN, freshly = true)
	@PostMapping("/organizer/races/new")
	ModelAndView open(@AuthenticationPrincipal OrganizerAccount account,
			@RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
		Map<String, String> typed = TypedForm.joined(sent);
		return switch (this.opening.open(account.id(), typed)) {
			case RaceOpening.Outcome.Opened(long raceId, Reach.Found found) -> {
				flash.addFlashAttribute("done", "organizer.race.opened");
				if (found != null) {
					flash.addFlashAttribute("reach", "organizer.reach." + found.word());
					flash.addFlashAttribute("words", found.words());
					flash.addFlashAttribute("works", found.reaches());
				}
				yield new ModelAndView(SeeOther.atRace(raceId, "/events/new"));
			}
			case RaceOpening.Outcome.Refused(var refusals) -> {
				ModelAndView page = page(account, TypedForm.refused(typed, refusals, this.wording));
				page.addObject("again", TypedCredential.isTyped(typed));
				page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
				yield page;
			}
		};
	}

	private ModelAndView page(OrganizerAccount account, TypedForm form) {
		ModelAndView page = new ModelAndView("organizer/race-new", "form", form.without(TypedCredential.SECRETS));
		page.addObject("administrator", this.facts.isAdministrator(account.id()));
		page.addObject("kinds", CredentialKind.values());
		page.addObject("zones", TimeZones.names());
		return page;
	}

}
