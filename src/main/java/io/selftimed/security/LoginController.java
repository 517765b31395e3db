package io.selftimed.security;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The organizers' sign-in page. Who is signed in already goes on to the dashboard.
 */
@Controller
class LoginController {

	@GetMapping("/login")
	String login(@AuthenticationPrincipal @Nullable OrganizerAccount account) {
		return (account != null) ? "redirect:/organizer" : "login";
	}

}
