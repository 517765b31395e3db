package io.selftimed.organizer.audit;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;

import io.selftimed.organizer.Columns;
import io.selftimed.organizer.RaceVisit;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What was done: in a race for its owners, everywhere for administrators.
 */
@Controller
class AuditController {

	private static final int SIZE = 50;

	private static final String EVERYWHERE = "/organizer/installation/audit";

	private final AuditRows rows;

	private final AuditWords words;

	private final AuditCsv csv;

	AuditController(AuditRows rows, AuditWords words, AuditCsv csv) {
		this.rows = rows;
		this.words = words;
		this.csv = csv;
	}

	@OpenTo(Access.OWNER)
	@GetMapping("/organizer/races/{raceId}/audit")
	ModelAndView ofRace(RaceVisit visit, AuditForm form) {
		return page("/organizer/races/" + visit.raceId() + "/audit", visit.raceId(), form, visit.zone());
	}

	/** With {@code bom=true} marked for Excel. */
	@OpenTo(Access.OWNER)
	@GetMapping("/organizer/races/{raceId}/audit.csv")
	void fileOfRace(RaceVisit visit, AuditForm form, @RequestParam(defaultValue = "false") boolean bom,
			HttpServletResponse response) throws IOException {
		file("audit-" + visit.raceId(), visit.raceId(), form, visit.zone(), bom, response);
	}

	@OpenTo(Access.ADMINISTRATOR)
	@GetMapping(EVERYWHERE)
	ModelAndView everywhere(AuditForm form) {
		return page(EVERYWHERE, null, form, ZoneOffset.UTC);
	}

	/** With {@code bom=true} marked for Excel. */
	@OpenTo(Access.ADMINISTRATOR)
	@GetMapping(EVERYWHERE + ".csv")
	void fileOfAll(AuditForm form, @RequestParam(defaultValue = "false") boolean bom, HttpServletResponse response)
			throws IOException {
		file("audit", null, form, ZoneOffset.UTC, bom, response);
	}

	private ModelAndView page(String path, @Nullable Long raceId, AuditForm form, ZoneId zone) {
		ModelAndView page = new ModelAndView("organizer/audit");
		page.addObject("audit", new AuditPage(path, form, zone, this.rows.page(raceId, form, zone, SIZE), this.words));
		page.addObject("everywhere", raceId == null);
		page.addObject("unread", form.isUnread());
		if (form.isUnread()) {
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return page;
	}

	private void file(String name, @Nullable Long raceId, AuditForm form, ZoneId zone, boolean bom,
			HttpServletResponse response) throws IOException {
		response.setContentType("text/csv");
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
		Writer out = response.getWriter();
		out.write(bom ? Columns.BYTE_ORDER_MARK : "");
		this.csv.write(raceId, form, zone, out);
	}

}
