package io.selftimed.notification;

import java.util.Properties;

import io.selftimed.StartRefusal;
import io.selftimed.security.OutgoingMail;
import io.selftimed.security.PublicUrl;
import io.selftimed.security.SecurityTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether mails leave, and from whom.
 */
class NotificationConfigurationTests {

	private final ApplicationContextRunner start = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
		.withUserConfiguration(NotificationConfiguration.class)
		.withBean(OutgoingMail.class)
		.withBean(PublicUrl.class, () -> SecurityTables.publicUrl("https://results.example.org"));

	@Test
	void mailsLeaveWhereAServerIsNamed() {
		this.start.withPropertyValues("spring.mail.host=mail.example.org").run((context) -> {
			assertThat(context.getBean(MailServer.class).isThere()).isTrue();
			Properties properties = context.getBean(JavaMailSenderImpl.class).getJavaMailProperties();
			assertThat(properties).as("nobody is waited for for ever")
				.containsEntry("mail.smtp.connectiontimeout", "10000")
				.containsEntry("mail.smtp.timeout", "30000")
				.containsEntry("mail.smtp.writetimeout", "30000");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.main.banner-mode=off", "spring.mail.host=", "spring.mail.host= " })
	void otherwiseNoneLeaves(String property) {
		this.start.withPropertyValues(property)
			.run((context) -> assertThat(context.getBean(MailServer.class).isThere()).isFalse());
	}

	@Test
	void fromASimulatorNoneLeaves() {
		this.start.withPropertyValues("spring.mail.host=mail.example.org", "spring.profiles.active=sandbox")
			.run((context) -> assertThat(context.getBean(MailServer.class).isThere()).isFalse());
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody", "results@example.org\r\nBcc: eve@example.org", "a b@example.org", "a@b@c" })
	void aSenderThatIsNoneStopsTheStart(String from) {
		this.start.withPropertyValues("spring.mail.host=mail.example.org")
			.withSystemProperties("selftimed.mail.from:" + from)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(StartRefusal.class)
				.hasMessageContaining("selftimed.mail.from"));
	}

}
