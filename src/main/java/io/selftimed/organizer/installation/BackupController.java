package io.selftimed.organizer.installation;

import io.selftimed.backup.BackupDesk;
import io.selftimed.backup.BackupDesk.Outcome;
import io.selftimed.organizer.SeeOther;
import io.selftimed.security.Access;
import io.selftimed.security.Audit;
import io.selftimed.security.OpenTo;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The copies of the H2 file, one more of them at the press of a button, and how one is
 * restored. They are not handed out here: they hold every runner's name.
 */
@Controller
@RequestMapping(BackupController.PAGE)
class BackupController {

	static final String PAGE = "/organizer/installation/backups";

	private final BackupDesk desk;

	private final Audit audit;

	BackupController(BackupDesk desk, Audit audit) {
		this.desk = desk;
		this.audit = audit;
	}

	@OpenTo(value = Access.ADMINISTRATOR, freshly = true)
	@GetMapping
	String look(Model model) {
		model.addAttribute("backups", BackupsPage.of(this.desk.standing()));
		return "organizer/backups";
	}

	@OpenTo(value = Access.ADMINISTRATOR, freshly = true)
	@PostMapping
	RedirectView make(RedirectAttributes flash) {
		switch (this.desk.backUpNow()) {
			case Outcome.Made(BackupDesk.Copy copy) -> {
				this.audit.write("backup-made", null, "backup:" + copy.name());
				flash.addFlashAttribute("done", "backups.made");
			}
			case Outcome.Busy() -> flash.addFlashAttribute("refused", "backups.busy");
			case Outcome.NoRoom() -> flash.addFlashAttribute("refused", "backups.no-room");
			case Outcome.Failed() -> flash.addFlashAttribute("refused", "backups.failed");
			case Outcome.NotOurs() -> flash.addFlashAttribute("refused", "backups.not-ours");
		}
		return SeeOther.at(PAGE);
	}

}
