package io.selftimed.organizer.setup;

import java.util.List;
import java.util.Map;

import io.selftimed.organizer.SeeOther;
import io.selftimed.organizer.TypedForm;
import io.selftimed.organizer.typed.TimeZones;
import io.selftimed.race.Verdict.Refused;
import io.selftimed.runsignup.CredentialKind;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import io.selftimed.security.OrganizerAccount;
import io.selftimed.security.OrganizerAddresses;
import io.selftimed.web.Wording;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

	private final OpeningDesk desk;

	private final SetupFacts facts;

	private final OrganizerAddresses addresses;

	private final Wording wording;

	NewRaceController(RaceOpening opening, OpeningDesk desk, SetupFacts facts, OrganizerAddresses addresses,
			Wording wording) {
		this.opening = opening;
		this.desk = desk;
		this.facts = facts;
		this.addresses = addresses;
		this.wording = wording;
	}

	@OpenTo(value = Access.SIGNED_IN, freshly = true)
	@GetMapping("/organizer/races/new")
	ModelAndView form(@AuthenticationPrincipal OrganizerAccount account,
			@RequestParam(defaultValue = "") String opening, Model told) {
		Map<String, String> typed = this.desk.of(account.id(), opening)
			.map(Opening::typed)
			.orElseGet(() -> blank(account));
		return page(account, TypedForm.refused(typed, wrong(told.asMap()), this.wording));
	}

	/**
	 * Administrators may do without a credential; others need one, best without a key.
	 */
	private Map<String, String> blank(OrganizerAccount account) {
		boolean connects = this.desk.isOffered() && !this.facts.isAdministrator(account.id());
		return Map.of("kind", connects ? Opening.CONNECT : CredentialKind.API_V2.propertyName(), "contact",
				this.addresses.ofOrganizer(account.id()));
	}

	/** What went wrong at RunSignup. */
	private static List<Refused> wrong(Map<String, Object> told) {
		return (told.get("wrongField") instanceof String field && told.get("wrongSentence") instanceof String sentence)
				? List.of(TypedCredential.refused(field, sentence, String.valueOf(told.get("wrongWords")))) : List.of();
	}

	@OpenTo(value = Access.SIGNED_IN, freshly = true)
	@PostMapping("/organizer/races/new")
	ModelAndView open(@AuthenticationPrincipal OrganizerAccount account,
			@RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
		Map<String, String> typed = TypedForm.joined(sent);
		if (typed.containsKey("forget")) {
			return forget(account, typed);
		}
		return switch (this.opening.open(account.id(), typed)) {
			case RaceOpening.Outcome.Opened(long raceId, Reach.Found found) -> {
				flash.addFlashAttribute("done", "organizer.race.opened");
				flash.addFlashAttribute("reach", "organizer.reach." + found.word());
				flash.addFlashAttribute("words", found.words());
				flash.addFlashAttribute("works", found.reaches());
				yield new ModelAndView(SeeOther.atRace(raceId, "/events/new"));
			}
			case RaceOpening.Outcome.Leaves(String opening) ->
				new ModelAndView(SeeOther.at(OpeningController.PATH + "/connect?" + Opening.FIELD + "=" + opening));
			case RaceOpening.Outcome.Refused(var refusals) -> {
				ModelAndView page = page(account, TypedForm.refused(typed, refusals, this.wording));
				page.addObject("again", TypedCredential.isTyped(typed));
				page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
				yield page;
			}
		};
	}

	/** A key shall do instead; the permission goes, and what is typed stays. */
	private ModelAndView forget(OrganizerAccount account, Map<String, String> typed) {
		this.desk.forget(account.id(), typed.getOrDefault(Opening.FIELD, ""));
		typed.put("kind", CredentialKind.API_V2.propertyName());
		ModelAndView page = page(account, TypedForm.of(typed));
		page.addObject("undone", "organizer.opening.forgotten");
		return page;
	}

	private ModelAndView page(OrganizerAccount account, TypedForm form) {
		ModelAndView page = new ModelAndView("organizer/race-new", "form", form.without(TypedCredential.SECRETS));
		page.addObject("administrator", this.facts.isAdministrator(account.id()));
		page.addObject("connects", this.desk.isOffered());
		page.addObject("connected", form.value("kind").equals(Opening.CONNECT)
				&& this.desk.letIn(account.id(), form.value(Opening.FIELD)).isPresent());
		page.addObject("kinds", CredentialKind.values());
		page.addObject("zones", TimeZones.names());
		return page;
	}

}
