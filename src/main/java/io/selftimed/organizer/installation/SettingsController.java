package io.selftimed.organizer.installation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.selftimed.runsignup.ApiCaller;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import io.selftimed.security.OutgoingMail;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The settings of the installation, to be looked at. They are changed where it is
 * started, never here.
 */
@Controller
class SettingsController {

	private final SettingsInForce settings;

	private final ApiCaller caller;

	private final OutgoingMail mail;

	SettingsController(SettingsInForce settings, ApiCaller caller, OutgoingMail mail) {
		this.settings = settings;
		this.caller = caller;
		this.mail = mail;
	}

	@OpenTo(Access.ADMINISTRATOR)
	@GetMapping("/organizer/installation/settings")
	String look(Model model) {
		List<ShownSetting> mailServer = Stream
			.of("spring.mail.host", "spring.mail.port", "spring.mail.username", "spring.mail.password")
			.map(this.settings::of)
			.toList();
		model.addAttribute("mailServer", mailServer);
		model.addAttribute("mailStands", this.mail.leaves() ? "leaves" : this.mail.why());
		model.addAttribute("registration", this.caller.standing().name().toLowerCase(Locale.ROOT));
		model.addAttribute("settings", this.settings.all());
		return "organizer/settings";
	}

}
