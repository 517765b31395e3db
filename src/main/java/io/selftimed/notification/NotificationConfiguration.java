package io.selftimed.notification;

import io.selftimed.StartRefusal;
import io.selftimed.security.PublicUrl;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Decides whether mails leave: never where RunSignup is simulated, nor without a mail
 * server.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class NotificationConfiguration {

	@Bean
	MailServer mailServer(ObjectProvider<JavaMailSender> senders, MailSettings settings, PublicUrl publicUrl,
			Environment environment) {
		JavaMailSender sender = mayLeave(environment) ? senders.getIfAvailable() : null;
		return (sender != null) ? new MailServer(sender, from(settings.from(), publicUrl)) : new MailServer(null, "");
	}

	private static boolean mayLeave(Environment environment) {
		return !environment.getProperty("spring.mail.host", "").isBlank()
				&& !environment.acceptsProfiles(Profiles.of("simulator"));
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
