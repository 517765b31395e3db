package io.selftimed.organizer.setup;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.selftimed.organizer.SeeOther;
import io.selftimed.organizer.RaceVisit;
import io.selftimed.organizer.TypedForm;
import io.selftimed.organizer.typed.TimeZones;
import io.selftimed.race.RaceProfile;
import io.selftimed.race.RaceSetup;
import io.selftimed.race.Verdict.Refused;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import io.selftimed.web.Wording;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import static io.selftimed.organizer.setup.TypedCredential.value;

/**
 * What a race says of itself.
 */
@Controller
class RaceSettingsController {

	private final RaceSetup races;

	private final Wording wording;

	RaceSettingsController(RaceSetup races, Wording wording) {
		this.races = races;
		this.wording = wording;
	}

	@OpenTo(Access.OWNER)
	@GetMapping("/organizer/races/{raceId}/settings")
	ModelAndView settings(RaceVisit visit) {
		RaceSetup.Described race = this.races.describe(visit.raceId()).orElseThrow();
		RaceProfile profile = race.profile();
		return page(TypedForm.of(Map.of("name", profile.name(), "zone", profile.zone(), "contact", profile.contact(),
				"privacyNotice", Objects.requireNonNullElse(profile.privacyNotice(), ""), "version",
				String.valueOf(race.version()))));
	}

	@OpenTo(Access.OWNER)
	@PostMapping("/organizer/races/{raceId}/settings")
	ModelAndView change(RaceVisit visit, @RequestParam Map<String, String> typed, @RequestParam int version,
			RedirectAttributes flash) {
		RaceProfile profile = new RaceProfile(value(typed, "name"), value(typed, "zone"), value(typed, "contact"),
				typed.get("privacyNotice"));
		List<Refused> refusals = profile.refusals();
		if (refusals.isEmpty()
				&& this.races.change(visit.raceId(), version, profile) == RaceSetup.Change.CHANGED_MEANWHILE) {
			refusals = List.of(TypedCredential.refused("form", "organizer.refusal.faster"));
		}
		if (!refusals.isEmpty()) {
			ModelAndView page = page(TypedForm.refused(typed, refusals, this.wording));
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		flash.addFlashAttribute("done", "organizer.race.changed");
		return new ModelAndView(SeeOther.atRace(visit.raceId(), ""));
	}

	private static ModelAndView page(TypedForm form) {
		ModelAndView page = new ModelAndView("organizer/race-settings", "form", form);
		page.addObject("zones", TimeZones.names());
		return page;
	}

}
