package io.selftimed.organizer.share;

import java.util.Optional;

import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.roster.RosterCount;
import io.selftimed.organizer.roster.RosterFigures;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import io.selftimed.security.PublicUrl;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Gives an organizer what to hand to runners so that they find the form. Never names one.
 */
@Controller
class ShareController {

	/** What a mail program replaces by each runner's bib. */
	static final String BIB = "?bib=BIB";

	private final PublicUrl publicUrl;

	private final RosterFigures roster;

	ShareController(PublicUrl publicUrl, RosterFigures roster) {
		this.publicUrl = publicUrl;
		this.roster = roster;
	}

	@OpenTo(Access.VIEWER)
	@GetMapping("/organizer/events/{slug}/share")
	String share(EventVisit visit, Model model) {
		model.addAttribute("link", link(visit));
		model.addAttribute("bibLink", link(visit) + BIB);
		Optional<RosterCount> roster = this.roster.of(visit.eventId());
		model.addAttribute("withoutBib", roster.map(RosterCount::withoutBib).orElse(0L));
		model.addAttribute("withoutResult", roster.map(RosterCount::withoutResult).orElse(null));
		return "organizer/share";
	}

	@OpenTo(Access.VIEWER)
	@GetMapping("/organizer/events/{slug}/share.svg")
	ResponseEntity<String> code(EventVisit visit) {
		ContentDisposition name = ContentDisposition.inline().filename(visit.slug() + ".svg").build();
		return ResponseEntity.ok()
			.contentType(MediaType.valueOf("image/svg+xml"))
			.header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
			.body(QrCode.of(link(visit)).svg());
	}

	private String link(EventVisit visit) {
		return this.publicUrl.link("/events/" + visit.slug());
	}

}
