package io.selftimed.organizer.setup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.selftimed.organizer.SeeOther;
import io.selftimed.organizer.RaceVisit;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import io.selftimed.security.OrganizerAccount;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The way to RunSignup and back. A link leads there, as no form of ours may lead
 * elsewhere. RunSignup knows one address to come back to, which leads on to the page that
 * the browser went out for; its door asks again who may.
 */
@Controller
class ConnectController {

	private static final String RACE = "/organizer/races/{raceId}/credential";

	private static final String DEFAULT = "/organizer/installation/credential";

	private final ConnectDesk desk;

	private final OpeningDesk openings;

	ConnectController(ConnectDesk desk, OpeningDesk openings) {
		this.desk = desk;
		this.openings = openings;
	}

	@OpenTo(value = Access.OWNER, freshly = true)
	@GetMapping(RACE + "/connect")
	ModelAndView connect(RaceVisit visit, HttpSession session, RedirectAttributes flash) {
		return this.desk.begin(visit.raceId(), session.getId(), flash);
	}

	@OpenTo(value = Access.ADMINISTRATOR, freshly = true)
	@GetMapping(DEFAULT + "/connect")
	ModelAndView connect(HttpSession session, RedirectAttributes flash) {
		return this.desk.begin(null, session.getId(), flash);
	}

	@OpenTo(Access.SIGNED_IN)
	@GetMapping("/organizer/runsignup/connected")
	ModelAndView back(@AuthenticationPrincipal OrganizerAccount account, HttpSession session, ReturnedForm returned) {
		return this.desk.path(session.getId(), returned)
			.map((path) -> new ModelAndView(SeeOther.at(path + "/connected?state=" + encoded(returned.typedState())
					+ "&code=" + encoded(returned.typedCode()) + "&error=" + encoded(returned.typedError()))))
			.orElseGet(() -> unconnected(account));
	}

	/** Whoever was opening a race goes on with what they typed. */
	private ModelAndView unconnected(OrganizerAccount account) {
		ModelAndView page = new ModelAndView("organizer/unconnected", "address", this.desk.home());
		this.openings.newest(account.id()).ifPresent((opening) -> page.addObject("opening", opening));
		return page;
	}

	@OpenTo(value = Access.OWNER, freshly = true)
	@GetMapping(RACE + "/connected")
	ModelAndView connected(RaceVisit visit, HttpSession session, ReturnedForm returned, RedirectAttributes flash) {
		return this.desk.returned(visit.raceId(), session.getId(), returned, flash);
	}

	@OpenTo(value = Access.ADMINISTRATOR, freshly = true)
	@GetMapping(DEFAULT + "/connected")
	ModelAndView connected(HttpSession session, ReturnedForm returned, RedirectAttributes flash) {
		return this.desk.returned(null, session.getId(), returned, flash);
	}

	@OpenTo(value = Access.OWNER, freshly = true)
	@PostMapping(RACE + "/look-again")
	ModelAndView lookAgain(RaceVisit visit, RedirectAttributes flash) {
		return this.desk.lookAgain(visit.raceId(), flash);
	}

	@OpenTo(value = Access.ADMINISTRATOR, freshly = true)
	@PostMapping(DEFAULT + "/look-again")
	ModelAndView lookAgain(RedirectAttributes flash) {
		return this.desk.lookAgain(null, flash);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
