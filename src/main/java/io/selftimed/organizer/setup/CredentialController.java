package io.selftimed.organizer.setup;

import java.util.Map;

import io.selftimed.organizer.RaceVisit;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The credential of a race.
 */
@Controller
@RequestMapping("/organizer/races/{raceId}/credential")
class CredentialController {

	private final CredentialDesk desk;

	CredentialController(CredentialDesk desk) {
		this.desk = desk;
	}

	@OpenTo(value = Access.OWNER, freshly = true)
	@GetMapping
	ModelAndView standing(RaceVisit visit) {
		return this.desk.page(visit.raceId());
	}

	@OpenTo(value = Access.OWNER, freshly = true)
	@PostMapping
	ModelAndView enter(RaceVisit visit, @RequestParam Map<String, String> typed, @RequestParam int version,
			RedirectAttributes flash) {
		return this.desk.enter(visit.raceId(), version, typed, flash);
	}

	@OpenTo(value = Access.OWNER, freshly = true)
	@PostMapping("/test")
	ModelAndView test(RaceVisit visit, RedirectAttributes flash) {
		return this.desk.test(visit.raceId(), flash);
	}

	/** Asks first, and says what stops. */
	@OpenTo(value = Access.OWNER, freshly = true)
	@GetMapping("/remove")
	ModelAndView aboutToRemove(RaceVisit visit) {
		return this.desk.aboutToRemove(visit.raceId());
	}

	@OpenTo(value = Access.OWNER, freshly = true)
	@PostMapping("/remove")
	ModelAndView remove(RaceVisit visit, @RequestParam int version, RedirectAttributes flash) {
		return this.desk.remove(visit.raceId(), version, flash);
	}

}
