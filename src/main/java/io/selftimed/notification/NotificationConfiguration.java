package io.selftimed.notification;

import io.selftimed.StartRefusal;
import io.selftimed.security.OutgoingMail;
import io.selftimed.security.PublicUrl;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Makes the mail server, where mails leave.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class NotificationConfiguration {

	@Bean
	MailServer mailServer(ObjectProvider<JavaMailSender> senders, MailSettings settings, PublicUrl publicUrl,
			OutgoingMail outgoing) {
		JavaMailSender sender = outgoing.leaves() ? senders.getIfAvailable() : null;
		return (sender != null) ? new MailServer(sender, from(settings.from(), publicUrl)) : new MailServer(null, "");
	}

	private static String from(@Nullable String configured, PublicUrl publicUrl) {
		String from = (configured != null && !configured.isBlank()) ? configured.strip()
				: "selftimed@" + publicUrl.host();
		try {
			new InternetAddress(from, true).validate();
			return from;
		}
		catch (AddressException ex) {
			throw new StartRefusal("selftimed.mail.from is not usable: set it to the e-mail address that mails to"
					+ " organizers come from, such as results@example.org.");
		}
	}

}
