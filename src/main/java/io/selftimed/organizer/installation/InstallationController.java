package io.selftimed.organizer.installation;

import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The installation at a glance: its races, its accounts, and the way to its settings.
 */
@Controller
class InstallationController {

	private final InstallationReader reader;

	InstallationController(InstallationReader reader) {
		this.reader = reader;
	}

	@OpenTo(Access.ADMINISTRATOR)
	@GetMapping("/organizer/installation")
	String look(Model model) {
		model.addAttribute("races", this.reader.races());
		model.addAttribute("accounts", this.reader.accounts());
		return "organizer/installation";
	}

}
