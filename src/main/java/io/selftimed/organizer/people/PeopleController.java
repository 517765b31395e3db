package io.selftimed.organizer.people;

import java.util.LinkedHashMap;
import java.util.Map;

import io.selftimed.organizer.RaceVisit;
import io.selftimed.organizer.SeeOther;
import io.selftimed.security.Access;
import io.selftimed.security.Handover;
import io.selftimed.security.Invitations;
import io.selftimed.security.OpenTo;
import io.selftimed.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Where owners say who may do what in their race.
 */
@Controller
class PeopleController {

	private static final String PAGE = "/organizer/races/{raceId}/people";

	private final People people;

	private final Invitations invitations;

	private final Handover handover;

	PeopleController(People people, Invitations invitations, Handover handover) {
		this.people = people;
		this.invitations = invitations;
		this.handover = handover;
	}

	@OpenTo(value = Access.OWNER, freshly = true)
	@GetMapping(PAGE)
	ModelAndView look(RaceVisit visit) {
		return page(visit, new InvitationForm(null, Role.REVIEWER.word()), Map.of());
	}

	@OpenTo(value = Access.OWNER, freshly = true)
	@PostMapping(PAGE + "/invitations")
	ModelAndView invite(RaceVisit visit, InvitationForm form, RedirectAttributes flash) {
		Map<String, String> problems = problems(form);
		if (!problems.isEmpty()) {
			ModelAndView page = page(visit, form, problems);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		String path = this.invitations.invite(visit.raceId(), form.typedEmail(), form.chosenRole().orElseThrow());
		this.handover.tell(path, flash);
		return new ModelAndView(back(visit));
	}

	@OpenTo(value = Access.OWNER, freshly = true)
	@PostMapping(PAGE + "/invitations/{invitationId}/revoke")
	RedirectView revoke(RaceVisit visit, @PathVariable long invitationId, RedirectAttributes flash) {
		if (!this.invitations.revoke(visit.raceId(), invitationId)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		flash.addFlashAttribute("done", "people.revoked");
		return back(visit);
	}

	@OpenTo(value = Access.OWNER, freshly = true)
	@PostMapping(PAGE + "/{organizerId}/role")
	RedirectView change(RaceVisit visit, @PathVariable long organizerId, @RequestParam String role,
			HttpServletRequest request, RedirectAttributes flash) {
		Role wanted = InvitationForm.role(role).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
		flashOf(this.people.change(visit.raceId(), organizerId, wanted), "people.changed", flash);
		return backOrOut(visit, organizerId, request);
	}

	@OpenTo(value = Access.OWNER, freshly = true)
	@PostMapping(PAGE + "/{organizerId}/remove")
	RedirectView remove(RaceVisit visit, @PathVariable long organizerId, HttpServletRequest request,
			RedirectAttributes flash) {
		flashOf(this.people.change(visit.raceId(), organizerId, null), "people.removed", flash);
		return backOrOut(visit, organizerId, request);
	}

	private static void flashOf(People.Change change, String done, RedirectAttributes flash) {
		switch (change) {
			case DONE -> flash.addFlashAttribute("done", done);
			case LAST_OWNER -> flash.addFlashAttribute("refused", "people.last-owner");
			case NOBODY -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	/** Whoever gave up a role of their own was signed out by that. */
	private RedirectView backOrOut(RaceVisit visit, long organizerId, HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null && organizerId == visit.organizerId()
				&& !this.people.isOwner(visit.raceId(), organizerId)) {
			session.invalidate();
			return SeeOther.at("/login?left");
		}
		return back(visit);
	}

	private static Map<String, String> problems(InvitationForm form) {
		Map<String, String> problems = new LinkedHashMap<>();
		if (!form.hasAddress()) {
			problems.put("email", "account.email.refused");
		}
		if (form.chosenRole().isEmpty()) {
			problems.put("role", "people.role.choose");
		}
		return problems;
	}

	private ModelAndView page(RaceVisit visit, InvitationForm form, Map<String, String> problems) {
		ModelAndView page = new ModelAndView("organizer/people");
		page.addObject("people", this.people.of(visit.raceId()));
		page.addObject("invitations", this.invitations.open(visit.raceId()));
		page.addObject("roles", Role.values());
		page.addObject("email", form.typedEmail());
		page.addObject("role", form.chosenRole().map(Role::word).orElse(null));
		page.addObject("problems", problems);
		return page;
	}

	private static RedirectView back(RaceVisit visit) {
		return SeeOther.at("/organizer/races/" + visit.raceId() + "/people");
	}

}
