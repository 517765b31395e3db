package io.selftimed.sandbox.console;

import java.net.URI;
import java.time.Duration;

import io.selftimed.sandbox.api.HarborRunners;
import io.selftimed.sandbox.api.Patience;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/**
 * Race morning, where there is a form to send results through: 300 runners in a minute,
 * leaving the first hundred bibs to whoever tries the form by hand.
 */
@Configuration(proxyBeanMethods = false)
@Profile("simulator & demo")
class MorningConfiguration {

	private static final RaceMorning.Plan PLAN = new RaceMorning.Plan(HarborRunners.LAST_BIB - 299, 300,
			Duration.ofSeconds(42), Duration.ofSeconds(8), 6);

	@Bean
	RaceMorning raceMorning(Environment environment, Patience patience) {
		return new RaceMorning(PLAN, new FormRunner(() -> form(environment)), patience);
	}

	/** The form on this server itself. */
	static URI form(Environment environment) {
		String address = environment.getProperty("server.address", "");
		boolean any = address.isBlank() || address.equals("0.0.0.0") || address.equals("::");
		String host = any ? "127.0.0.1" : address.contains(":") ? "[" + address + "]" : address;
		return URI.create("http://" + host + ":" + environment.getProperty("local.server.port", "8080")
				+ environment.getProperty("server.servlet.context-path", "") + "/events/harbor-5k");
	}

}
