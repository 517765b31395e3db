package io.selftimed.notification;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Objects;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * The mail server, if there is one that mails may go to.
 */
class MailServer {

	private final @Nullable JavaMailSender sender;

	private final String from;

	/**
	 * A mail server.
	 * @param sender how to reach it, null if no mail leaves
	 * @param from the address that mails come from
	 */
	MailServer(@Nullable JavaMailSender sender, String from) {
		this.sender = sender;
		this.from = from;
	}

	/** Whether there is one: otherwise no mail leaves. */
	boolean isThere() {
		return this.sender != null;
	}

	/**
	 * Hands over a mail.
	 * @throws org.springframework.mail.MailException if the server did not say that it
	 * has it; it may have it nevertheless
	 */
	void send(Mail mail) {
		JavaMailSender server = Objects.requireNonNull(this.sender);
		MimeMessage message = server.createMimeMessage();
		try {
			fill(message, mail);
		}
		catch (MessagingException ex) {
			throw new MailParseException(ex);
		}
		server.send(message);
	}

	private void fill(MimeMessage message, Mail mail) throws MessagingException {
		String html = mail.letter().html();
		MimeMessageHelper helper = new MimeMessageHelper(message, html != null, StandardCharsets.UTF_8.name());
		helper.setValidateAddresses(true);
		helper.setFrom(this.from);
		helper.setTo(mail.recipient());
		helper.setSubject(mail.letter().subject());
		if (html != null) {
			helper.setText(mail.letter().text(), html);
		}
		else {
			helper.setText(mail.letter().text());
		}
		if (mail.letter().stopUrl() != null) {
			message.setHeader("List-Unsubscribe", "<" + mail.letter().stopUrl() + ">");
			message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
		}
		helper.setSentDate(Date.from(mail.createdAt()));
		message.setHeader("Message-ID", mail.messageId());
		message.setHeader("Auto-Submitted", "auto-generated");
	}

}
