package io.selftimed.organizer.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.SeeOther;
import io.selftimed.organizer.WayBack;
import io.selftimed.security.Access;
import io.selftimed.security.Audit;
import io.selftimed.security.OpenTo;
import io.selftimed.security.OrganizerAddresses;
import io.selftimed.submission.Decided;
import io.selftimed.submission.Decisions;
import io.selftimed.submission.Ruling;
import io.selftimed.web.KeysetPage;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The queue of what waits for a person, and every decision about a submission. Two
 * reviewers never overwrite each other: who comes second reads who was faster.
 */
@Controller
@RequestMapping("/organizer/events/{slug}")
class ReviewController {

	private static final int PAGE = 20;

	/** So many are accepted by one button. */
	private static final int PLAIN = 200;

	private final HeldRows held;

	private final Decisions decisions;

	private final Audit audit;

	private final OrganizerAddresses addresses;

	private final Wording wording;

	ReviewController(HeldRows held, Decisions decisions, Audit audit, OrganizerAddresses addresses, Wording wording) {
		this.held = held;
		this.decisions = decisions;
		this.audit = audit;
		this.addresses = addresses;
		this.wording = wording;
	}

	@OpenTo(Access.REVIEWER)
	@GetMapping("/review")
	String queue(EventVisit visit, @RequestParam(defaultValue = "0") long after, Model model) {
		model.addAttribute("page", this.held.held(visit.eventId(), after, PAGE));
		model.addAttribute("after", after);
		model.addAttribute("here", RulingForm.queue(visit, after));
		model.addAttribute("plain", this.held.plain(visit.eventId(), 0, PLAIN));
		model.addAttribute("wording", this.wording);
		return "organizer/review";
	}

	/** What would be accepted by one button, to be looked at first. */
	@OpenTo(Access.REVIEWER)
	@GetMapping("/review/plain")
	String plain(EventVisit visit, @RequestParam(defaultValue = "0") long after, Model model) {
		model.addAttribute("page", this.held.plain(visit.eventId(), after, PLAIN));
		model.addAttribute("after", after);
		model.addAttribute("wording", this.wording);
		return "organizer/review-plain";
	}

	@OpenTo(Access.REVIEWER)
	@PostMapping("/review/plain")
	RedirectView acceptAll(EventVisit visit, @RequestParam(name = "accept", defaultValue = "") List<String> accept,
			RedirectAttributes page) {
		BulkAccepted done = new BulkAccepted();
		accept.stream().limit(PLAIN).forEach((one) -> acceptOne(visit, one, done));
		this.audit.write("review-accepted-all", visit.race().raceId(),
				"event:" + visit.eventId() + " count:" + done.accepted().size());
		page.addFlashAttribute("done", "organizer.review.plain.done");
		page.addFlashAttribute("doneCount", done.accepted().size());
		page.addFlashAttribute("accepted", new ArrayList<>(done.accepted()));
		page.addFlashAttribute("skipped", done.skipped());
		page.addFlashAttribute("skippedBy", done.onePerson().map(this.addresses::ofOrganizer).orElse(""));
		return SeeOther.atEvent(visit, "/review");
	}

	@OpenTo(Access.REVIEWER)
	@PostMapping("/submissions/{id}/decide")
	ModelAndView decide(EventVisit visit, @PathVariable long id, RulingForm form, WayBack way,
			RedirectAttributes page) {
		if (!form.isRuling()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		Optional<Ruling> ruling = form.read();
		WayBack whence = form.whence(visit, way);
		if (ruling.isEmpty()) {
			return refused("words", whence, id, HttpStatus.UNPROCESSABLE_CONTENT, Map.of("form", form));
		}
		return switch (this.decisions.decide(visit.eventId(), id, form.version(), visit.organizerId(), ruling.get())) {
			case Decided.Done() -> {
				this.audit.write("review-" + form.ruling(), visit.race().raceId(), "submission:" + id);
				page.addFlashAttribute("done", "organizer.review.done." + form.ruling());
				page.addFlashAttribute("doneCount", String.valueOf(id));
				page.addFlashAttribute("decided", id);
				page.addFlashAttribute("decidedVersion", form.version() + 1);
				page.addFlashAttribute("undoable", List.of("accept", "reject").contains(form.ruling()));
				yield new ModelAndView(SeeOther.atEvent(visit, form.onward(id, way)));
			}
			case Decided.Meanwhile meanwhile -> refused("meanwhile", whence, id, HttpStatus.CONFLICT,
					Map.of("review", meanwhile.review(), "by", who(meanwhile)));
			case Decided.SentAlready() -> refused("sent", whence, id, HttpStatus.CONFLICT, Map.of());
			case Decided.NotPossible() -> refused("not-possible", whence, id, HttpStatus.CONFLICT, Map.of());
		};
	}

	private void acceptOne(EventVisit visit, String idAndVersion, BulkAccepted done) {
		String[] parts = idAndVersion.split(":");
		if (parts.length == 2 && parts[0].matches("[0-9]{1,18}") && parts[1].matches("[0-9]{1,9}")) {
			long id = Long.parseLong(parts[0]);
			Decided decided = this.decisions.decide(visit.eventId(), id, Integer.parseInt(parts[1]),
					visit.organizerId(), new Ruling.Accept());
			if (decided instanceof Decided.Done) {
				this.audit.write("review-accept", visit.race().raceId(), "submission:" + id);
			}
			done.take(id, decided);
		}
	}

	private String who(Decided.Meanwhile meanwhile) {
		return (meanwhile.by() != null) ? this.addresses.ofOrganizer(meanwhile.by()) : "";
	}

	private static ModelAndView refused(String why, WayBack whence, long id, HttpStatus status, Map<String, ?> facts) {
		ModelAndView page = new ModelAndView("organizer/undecided", facts, status);
		page.addObject("wayBack", whence);
		page.addObject("why", why);
		page.addObject("id", id);
		return page;
	}

}
