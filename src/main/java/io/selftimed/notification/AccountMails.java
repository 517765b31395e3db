package io.selftimed.notification;

import io.selftimed.security.InvitationReady;
import io.selftimed.security.PasswordLinkReady;
import io.selftimed.security.PublicUrl;
import io.selftimed.web.Wording;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the letters about organizers' accounts, in the transaction that makes the link.
 */
@Component
class AccountMails {

	private static final int LONGEST_NAME = 80;

	private final Mails mails;

	private final JdbcClient jdbc;

	private final Wording wording;

	private final PublicUrl publicUrl;

	AccountMails(Mails mails, JdbcClient jdbc, Wording wording, PublicUrl publicUrl) {
		this.mails = mails;
		this.jdbc = jdbc;
		this.wording = wording.in("en");
		this.publicUrl = publicUrl;
	}

	@EventListener
	void password(PasswordLinkReady ready) {
		this.mails.write(null, ready.address(),
				new Letter(this.wording.say("mail.password.subject"),
						this.wording.say("mail.password.text", this.publicUrl.host(), this.publicUrl.link(ready.path()))
								+ "\n"));
	}

	@EventListener
	void invitation(InvitationReady ready) {
		Long raceId = ready.raceId();
		if (raceId == null) {
			installation(ready);
			return;
		}
		String race = Letter.line(this.jdbc.sql("select name from race where race_id = :race")
			.param("race", raceId)
			.query((row, number) -> row.getString(1))
			.single(), LONGEST_NAME);
		String role = this.wording.say("role." + ready.roleWord());
		this.mails.write(raceId, ready.address(), new Letter(this.wording.say("mail.invitation.subject", race),
				this.wording.say("mail.invitation.text", race, role, this.publicUrl.link(ready.path())) + "\n"));
	}

	private void installation(InvitationReady ready) {
		this.mails.write(null, ready.address(), new Letter(this.wording.say("mail.administrator.subject"),
				this.wording.say("mail.administrator.text", this.publicUrl.host(), this.publicUrl.link(ready.path()))
						+ "\n"));
	}

}
