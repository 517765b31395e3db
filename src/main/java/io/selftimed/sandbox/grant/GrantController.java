package io.selftimed.sandbox.grant;

import java.time.Clock;
import java.util.Optional;

import io.selftimed.sandbox.fault.FaultBoard;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Asks whoever comes from a program whether to let it in. Nobody signs in here: whoever
 * allows it chooses which race they look after.
 */
@Controller
@Profile("simulator")
@RequestMapping(GrantController.PATH)
class GrantController {

	/** The servlet of the API leads here what comes to RunSignup's own address. */
	static final String PATH = "/sandbox/grant";

	private static final String VIEW = "sandbox/grant";

	private final Grants grants;

	private final FaultBoard faults;

	private final Clock clock = Clock.systemUTC();

	GrantController(Grants grants, FaultBoard faults) {
		this.grants = grants;
		this.faults = faults;
	}

	@GetMapping
	String ask(GrantRequest request, Model model, HttpServletResponse response) {
		Optional<String> problem = this.faults.isDown() ? Optional.of("down") : request.problem();
		model.addAttribute("asked", request);
		model.addAttribute("origin", request.origin().orElse(""));
		model.addAttribute("problem", problem.orElse(null));
		if (problem.isPresent()) {
			response.setStatus(this.faults.isDown() ? 522 : HttpStatus.BAD_REQUEST.value());
		}
		else {
			response.setHeader("Content-Security-Policy", leadingTo(request.origin().orElse("")));
		}
		return VIEW;
	}

	/** Browsers hold what a form leads to against the page it stands on. */
	private static String leadingTo(String origin) {
		return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
				+ " form-action 'self' " + origin + "; base-uri 'none'; frame-ancestors 'none'";
	}

	@PostMapping
	Object answer(GrantRequest request, @RequestParam String answer,
			@RequestParam(name = "race", required = false) @Nullable Long raceId, Model model,
			HttpServletResponse response) {
		if (this.faults.isDown() || request.problem().isPresent()) {
			return ask(request, model, response);
		}
		return answer.equals("allow")
				? seeOther(request.answered("code", this.grants.give(request, raceId, this.clock.instant())))
				: seeOther(request.answered("error", "access_denied"));
	}

	private static RedirectView seeOther(String address) {
		RedirectView redirect = new RedirectView(address);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		redirect.setExpandUriTemplateVariables(false);
		return redirect;
	}

}
