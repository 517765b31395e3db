package io.selftimed.organizer.roster;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.SeeOther;
import io.selftimed.organizer.TypedForm;
import io.selftimed.organizer.WayBack;
import io.selftimed.race.Verdict.Refused;
import io.selftimed.race.roster.RosterEdits;
import io.selftimed.security.Access;
import io.selftimed.security.Audit;
import io.selftimed.security.OpenTo;
import io.selftimed.web.Wording;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
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
 * One participant: a bib set here, everything kept of the runner as a file, and erasure.
 */
@Controller
@RequestMapping("/organizer/events/{slug}/roster/{participantId:\\d+}")
class ParticipantController {

	private static final Pattern BIB = Pattern.compile("[1-9][0-9]{0,8}");

	private final RosterReader roster;

	private final RunnersData data;

	private final RosterEdits edits;

	private final Audit audit;

	private final Wording wording;

	ParticipantController(RosterReader roster, RunnersData data, RosterEdits edits, Audit audit, Wording wording) {
		this.roster = roster;
		this.data = data;
		this.edits = edits;
		this.audit = audit;
		this.wording = wording;
	}

	@OpenTo(Access.VIEWER)
	@GetMapping
	ModelAndView look(EventVisit visit, @PathVariable long participantId) {
		ListedParticipant row = find(visit, participantId);
		return page(visit, row, TypedForm.of(Map.of("bib", (row.bib() != null) ? String.valueOf(row.bib()) : "")));
	}

	/** An empty box takes the bib away. */
	@OpenTo(Access.REVIEWER)
	@PostMapping("/bib")
	ModelAndView setBib(EventVisit visit, @PathVariable long participantId, @RequestParam(defaultValue = "") String bib,
			WayBack way, RedirectAttributes flash) {
		ListedParticipant row = find(visit, participantId);
		String typed = bib.strip();
		if (!typed.isEmpty() && !BIB.matcher(typed).matches()) {
			return refused(visit, row, bib, "organizer.roster.bib.digits");
		}
		return switch (this.edits.setBib(visit.eventId(), participantId,
				typed.isEmpty() ? null : Long.valueOf(typed))) {
			case DONE -> {
				flash.addFlashAttribute("done",
						typed.isEmpty() ? "organizer.roster.bib.taken-away" : "organizer.roster.bib.set");
				yield new ModelAndView(SeeOther.at(way.along(at(visit, participantId))));
			}
			case BIB_TAKEN -> refused(visit, row, bib, "organizer.roster.bib.taken");
			case NOBODY -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		};
	}

	private ModelAndView refused(EventVisit visit, ListedParticipant row, String typed, String message) {
		ModelAndView page = page(visit, row, TypedForm.refused(Map.of("bib", typed),
				List.of(new Refused("bib", message, List.of(typed.strip()))), this.wording));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	/** Everything that is kept of the runner. */
	@OpenTo(Access.OWNER)
	@GetMapping("/data.json")
	ResponseEntity<byte[]> data(EventVisit visit, @PathVariable long participantId) {
		find(visit, participantId);
		this.audit.write("runner-exported", visit.race().raceId(), "participant:" + participantId);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(visit.slug() + "-participant-" + participantId + ".json")
						.build()
						.toString())
			.body(this.data.of(participantId));
	}

	@OpenTo(Access.OWNER)
	@GetMapping("/erase")
	ModelAndView askBeforeErasing(EventVisit visit, @PathVariable long participantId) {
		return new ModelAndView("organizer/participant-erase", "row", find(visit, participantId));
	}

	@OpenTo(Access.OWNER)
	@PostMapping("/erase")
	RedirectView erase(EventVisit visit, @PathVariable long participantId, WayBack way, RedirectAttributes flash) {
		if (this.edits.erase(visit.eventId(), participantId) == RosterEdits.Edit.NOBODY) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		flash.addFlashAttribute("done", "organizer.roster.erased");
		return SeeOther.at(way.along(at(visit, participantId)));
	}

	private ModelAndView page(EventVisit visit, ListedParticipant row, TypedForm form) {
		ModelAndView page = new ModelAndView("organizer/participant", "row", row);
		page.addObject("form", form);
		page.addObject("sent", this.data.submissions(row.id()));
		return page;
	}

	private ListedParticipant find(EventVisit visit, long participantId) {
		return this.roster.find(visit.eventId(), participantId)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String at(EventVisit visit, long participantId) {
		return RosterController.at(visit) + "/" + participantId;
	}

}
