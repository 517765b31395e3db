package io.selftimed.security;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Whether mails leave this installation: never where RunSignup is simulated, nor without
 * a mail server. Where none leaves, pages say so instead of promising one.
 */
@Component
public class OutgoingMail {

	private final Environment environment;

	OutgoingMail(Environment environment) {
		this.environment = environment;
	}

	/** Whether mails leave. */
	public boolean leaves() {
		return why().isEmpty();
	}

	/**
	 * Why no mail leaves, a word in message keys: {@code simulated} or {@code no-server};
	 * empty if mails leave.
	 */
	public String why() {
		if (this.environment.acceptsProfiles(Profiles.of("simulator"))) {
			return "simulated";
		}
		return this.environment.getProperty("spring.mail.host", "").isBlank() ? "no-server" : "";
	}

}
