package io.selftimed.security;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the page after an invitation says: that a mail is on its way, or, where no mail
 * leaves, the link itself, once, for whoever invited to hand over.
 */
@Component
public class Handover {

	private final OutgoingMail mail;

	private final PublicUrl publicUrl;

	Handover(OutgoingMail mail, PublicUrl publicUrl) {
		this.mail = mail;
		this.publicUrl = publicUrl;
	}

	/**
	 * Leaves word for the next page.
	 * @param path the path of the invitation's link, with a token that is a secret
	 * @param next the next page
	 */
	public void tell(String path, RedirectAttributes next) {
		if (this.mail.leaves()) {
			next.addFlashAttribute("done", "people.invited");
		}
		else {
			next.addFlashAttribute("handover", this.publicUrl.link(path));
			next.addFlashAttribute("mailWhy", "mail.none." + this.mail.why());
		}
	}

}
