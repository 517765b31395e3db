package io.selftimed.organizer.setup;

import java.util.Map;

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
 * The credential of every race that has none of its own.
 */
@Controller
@RequestMapping("/organizer/installation/credential")
class DefaultCredentialController {

	private final CredentialDesk desk;

	DefaultCredentialController(CredentialDesk desk) {
		this.desk = desk;
	}

	@OpenTo(value = Access.ADMINISTRATOR, freshly = true)
	@GetMapping
	ModelAndView standing() {
		return this.desk.page(null);
	}

	@OpenTo(value = Access.ADMINISTRATOR, freshly = true)
	@PostMapping
	ModelAndView enter(@RequestParam Map<String, String> typed, @RequestParam int version, RedirectAttributes flash) {
		return this.desk.enter(null, version, typed, flash);
	}

	@OpenTo(value = Access.ADMINISTRATOR, freshly = true)
	@PostMapping("/test")
	ModelAndView test(RedirectAttributes flash) {
		return this.desk.test(null, flash);
	}

	/** Asks first, and says what stops. */
	@OpenTo(value = Access.ADMINISTRATOR, freshly = true)
	@GetMapping("/remove")
	ModelAndView aboutToRemove() {
		return this.desk.aboutToRemove(null);
	}

	@OpenTo(value = Access.ADMINISTRATOR, freshly = true)
	@PostMapping("/remove")
	ModelAndView remove(@RequestParam int version, RedirectAttributes flash) {
		return this.desk.remove(null, version, flash);
	}

}
