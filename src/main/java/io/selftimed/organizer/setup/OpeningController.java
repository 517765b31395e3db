package io.selftimed.organizer.setup;

import java.util.ArrayList;
import java.util.Optional;

import io.selftimed.organizer.SeeOther;
import io.selftimed.organizer.setup.OpeningDesk.Comeback;
import io.selftimed.organizer.setup.Reach.Found;
import io.selftimed.runsignup.RemoteRace;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import io.selftimed.security.OrganizerAccount;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Leads whoever opens a race to RunSignup and back to what they typed.
 */
@Controller
class OpeningController {

	static final String PATH = "/organizer/races/new";

	/** As many events as are named; all of them are proposed once the race is open. */
	private static final int NAMED = 20;

	private final OpeningDesk desk;

	OpeningController(OpeningDesk desk) {
		this.desk = desk;
	}

	/** Says what happens there; from here a link leads out, as no form of ours may. */
	@OpenTo(value = Access.SIGNED_IN, freshly = true)
	@GetMapping(PATH + "/connect")
	ModelAndView ask(@AuthenticationPrincipal OrganizerAccount account,
			@RequestParam(defaultValue = "") String opening) {
		return this.desk.of(account.id(), opening)
			.map((known) -> new ModelAndView("organizer/race-connect", "opening", known))
			.orElseGet(() -> new ModelAndView(SeeOther.at(PATH)));
	}

	@OpenTo(value = Access.SIGNED_IN, freshly = true)
	@GetMapping(PATH + "/connect/go")
	ModelAndView go(@AuthenticationPrincipal OrganizerAccount account, @RequestParam(defaultValue = "") String opening,
			HttpSession session) {
		return new ModelAndView(this.desk.way(account.id(), opening, session.getId())
			.map(SeeOther::elsewhere)
			.orElseGet(() -> SeeOther.at(PATH)));
	}

	@OpenTo(value = Access.SIGNED_IN, freshly = true)
	@GetMapping(PATH + "/connected")
	ModelAndView connected(@AuthenticationPrincipal OrganizerAccount account, HttpSession session,
			ReturnedForm returned, RedirectAttributes flash) {
		Comeback comeback = this.desk.returned(account.id(), session.getId(), returned);
		switch (comeback) {
			case Comeback.Connected(String opening, Found found) -> tell(found, flash);
			case Comeback.Unsure(String opening, String words) -> {
				flash.addFlashAttribute("undone", "organizer.opening.unsure");
				flash.addFlashAttribute("about", words);
			}
			case Comeback.Refused(String opening, String field, String sentence, String words) -> {
				flash.addFlashAttribute("wrongField", field);
				flash.addFlashAttribute("wrongSentence", sentence);
				flash.addFlashAttribute("wrongWords", words);
			}
		}
		return new ModelAndView(SeeOther.at(path(comeback.opening())));
	}

	private static void tell(Found found, RedirectAttributes flash) {
		flash.addFlashAttribute("done", "organizer.opening.connected");
		flash.addFlashAttribute("reach", "organizer.reach." + found.word());
		flash.addFlashAttribute("words", found.words());
		flash.addFlashAttribute("works", found.reaches());
		flash.addFlashAttribute("events",
				new ArrayList<>(Optional.ofNullable(found.race())
					.stream()
					.flatMap((race) -> race.events().stream())
					.filter(RemoteRace.RemoteEvent::isVirtual)
					.map(RemoteRace.RemoteEvent::name)
					.limit(NAMED)
					.toList()));
	}

	/** The page of an opening, a blank one if its id is empty. */
	static String path(String opening) {
		return opening.isEmpty() ? PATH : PATH + "?" + Opening.FIELD + "=" + opening;
	}

}
