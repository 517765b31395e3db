package io.selftimed.organizer.roster;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.selftimed.Room;
import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.SeeOther;
import io.selftimed.race.roster.DateOrder;
import io.selftimed.race.roster.RosterColumn;
import io.selftimed.race.roster.RosterColumns;
import io.selftimed.race.roster.RosterImports;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Takes a roster from a file: bring it, look at what it would change, take it.
 */
@Controller
@RequestMapping("/organizer/events/{slug}/roster/imports")
class ImportController {

	private final RosterImports imports;

	private final Room room;

	private final Wording wording;

	ImportController(RosterImports imports, Room room, Wording wording) {
		this.imports = imports;
		this.room = room;
		this.wording = wording;
	}

	/** Where a file is chosen. */
	@OpenTo(Access.OWNER)
	@GetMapping
	ModelAndView choose(EventVisit visit, @RequestParam(required = false) @Nullable String large) {
		return bring((large != null) ? this.wording.say("organizer.import.large") : null);
	}

	@OpenTo(Access.OWNER)
	@PostMapping
	ModelAndView keep(EventVisit visit, @RequestParam(required = false) @Nullable MultipartFile file)
			throws IOException {
		if (file == null || file.isEmpty()) {
			return refused(this.wording.say("organizer.import.choose"));
		}
		if (!this.room.isThere()) {
			ModelAndView page = bring(this.wording.say("organizer.import.full"));
			page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
			return page;
		}
		return switch (this.imports.keep(visit.eventId(), visit.organizerId(), file.getBytes())) {
			case RosterImports.Kept.Here(long importId) -> new ModelAndView(SeeOther.at(at(visit) + "/" + importId));
			case RosterImports.Kept.Refused(String message, List<Object> arguments) ->
				refused(this.wording.say(message, arguments.toArray()));
		};
	}

	@OpenTo(Access.OWNER)
	@GetMapping("/{importId:\\d+}")
	ModelAndView look(EventVisit visit, @PathVariable long importId) {
		RosterImports.Preview preview = this.imports.preview(visit.eventId(), importId)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		ModelAndView page = new ModelAndView("organizer/roster-import", "preview", preview);
		page.addObject("importId", importId);
		page.addObject("fields", RosterColumn.values());
		page.addObject("orders", DateOrder.values());
		return page;
	}

	/** Says which column holds what, and looks again. */
	@OpenTo(Access.OWNER)
	@PostMapping("/{importId:\\d+}/columns")
	RedirectView match(EventVisit visit, @PathVariable long importId, @RequestParam Map<String, String> sent) {
		Map<RosterColumn, Integer> columns = new EnumMap<>(RosterColumn.class);
		for (RosterColumn column : RosterColumn.values()) {
			String index = sent.getOrDefault(column.field(), "");
			if (index.matches("[0-9]{1,3}")) {
				columns.put(column, Integer.valueOf(index));
			}
		}
		demand(this.imports.match(visit.eventId(), importId, new RosterColumns(columns, order(sent.get("dates")))));
		return SeeOther.at(at(visit) + "/" + importId);
	}

	private static DateOrder order(@Nullable String typed) {
		for (DateOrder order : DateOrder.values()) {
			if (order.name().equals(typed)) {
				return order;
			}
		}
		return DateOrder.UNKNOWN;
	}

	/** Without room it is kept as it was brought, to be taken later. */
	@OpenTo(Access.OWNER)
	@PostMapping("/{importId:\\d+}/take")
	RedirectView take(EventVisit visit, @PathVariable long importId, RedirectAttributes flash) {
		demand(this.imports.preview(visit.eventId(), importId).isPresent());
		if (!this.room.isThere()) {
			flash.addFlashAttribute("full", true);
			return SeeOther.at(at(visit) + "/" + importId);
		}
		return this.imports.take(visit.eventId(), importId).map((taken) -> {
			flash.addFlashAttribute("done", "organizer.import.taken");
			flash.addFlashAttribute("doneCount", taken.added() + taken.changed());
			return SeeOther.at(RosterController.at(visit));
		}).orElseGet(() -> SeeOther.at(at(visit) + "/" + importId));
	}

	@OpenTo(Access.OWNER)
	@PostMapping("/{importId:\\d+}/discard")
	RedirectView discard(EventVisit visit, @PathVariable long importId, RedirectAttributes flash) {
		demand(this.imports.discard(visit.eventId(), importId));
		flash.addFlashAttribute("done", "organizer.import.discarded");
		return SeeOther.at(RosterController.at(visit));
	}

	private static void demand(boolean there) {
		if (!there) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	private static ModelAndView bring(@Nullable String problem) {
		return new ModelAndView("organizer/roster-file").addObject("problem", problem);
	}

	private static ModelAndView refused(String problem) {
		ModelAndView page = bring(problem);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private static String at(EventVisit visit) {
		return RosterController.at(visit) + "/imports";
	}

}
