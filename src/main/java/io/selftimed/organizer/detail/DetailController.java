package io.selftimed.organizer.detail;

import io.selftimed.delivery.Repeating;
import io.selftimed.delivery.Resending;
import io.selftimed.delivery.Settling;
import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.SeeOther;
import io.selftimed.organizer.WayBack;
import io.selftimed.security.Access;
import io.selftimed.security.Audit;
import io.selftimed.security.OpenTo;
import io.selftimed.submission.DeliveryProgress;
import io.selftimed.web.Wording;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * One submission: what was sent, what happened to it, each call, and what can be done.
 */
@Controller
@RequestMapping("/organizer/events/{slug}/submissions/{id}")
class DetailController {

	private final SubmissionDetails details;

	private final Resending resending;

	private final Repeating repeating;

	private final Settling settling;

	private final DeliveryProgress progress;

	private final Audit audit;

	private final Wording wording;

	DetailController(SubmissionDetails details, Resending resending, Repeating repeating, Settling settling,
			DeliveryProgress progress, Audit audit, Wording wording) {
		this.details = details;
		this.resending = resending;
		this.repeating = repeating;
		this.settling = settling;
		this.progress = progress;
		this.audit = audit;
		this.wording = wording;
	}

	@OpenTo(Access.VIEWER)
	@GetMapping
	String detail(EventVisit visit, @PathVariable long id, Model model) {
		SubmissionDetail detail = find(visit, id);
		model.addAttribute("row", detail);
		model.addAttribute("history", this.details.history(id));
		model.addAttribute("attempts", this.details.attempts(id));
		model.addAttribute("others", this.details.others(detail.participantId(), id));
		model.addAttribute("approved", this.progress.of(id).stage() == DeliveryProgress.Stage.APPROVED);
		model.addAttribute("wording", this.wording);
		return "organizer/detail";
	}

	@OpenTo(Access.REVIEWER)
	@PostMapping("/send-again")
	RedirectView sendAgain(EventVisit visit, @PathVariable long id, WayBack way, RedirectAttributes page) {
		long participant = find(visit, id).participantId();
		boolean sent = this.resending.sendAgain(visit.eventId(), participant, visit.organizerId());
		if (sent) {
			this.audit.write("sent-again", visit.race().raceId(), "submission:" + id);
		}
		page.addFlashAttribute("done", sent ? "organizer.detail.sent-again" : "organizer.detail.not-sent");
		return back(visit, id, way);
	}

	/** RunSignup took it, and gets it once more. */
	@OpenTo(Access.REVIEWER)
	@PostMapping("/repeat")
	RedirectView repeat(EventVisit visit, @PathVariable long id, @RequestParam int delivery, WayBack way,
			RedirectAttributes page) {
		long participant = find(visit, id).participantId();
		boolean sent = this.repeating.repeat(visit.eventId(), participant, delivery, visit.organizerId());
		if (sent) {
			this.audit.write("sent-again", visit.race().raceId(), "submission:" + id);
		}
		page.addFlashAttribute("done", sent ? "organizer.detail.sent-again" : "organizer.detail.not-sent");
		return back(visit, id, way);
	}

	/** It was entered at RunSignup by hand. */
	@OpenTo(Access.REVIEWER)
	@PostMapping("/settle")
	RedirectView settle(EventVisit visit, @PathVariable long id, WayBack way, RedirectAttributes page) {
		long participant = find(visit, id).participantId();
		boolean settled = this.settling.settle(visit.eventId(), participant, visit.organizerId());
		if (settled) {
			this.audit.write("settled-by-hand", visit.race().raceId(), "submission:" + id);
		}
		page.addFlashAttribute("done", settled ? "organizer.detail.settled" : "organizer.detail.not-settled");
		return back(visit, id, way);
	}

	private SubmissionDetail find(EventVisit visit, long id) {
		return this.details.find(visit.eventId(), id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static RedirectView back(EventVisit visit, long id, WayBack way) {
		return SeeOther.atEvent(visit, way.along("/submissions/" + id));
	}

}
