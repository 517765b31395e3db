package io.selftimed.sandbox;

import java.net.URI;
import java.util.Set;

import org.springframework.core.env.Environment;

/**
 * Which RunSignup this run delivers to.
 */
final class RemoteChoice {

	private static final String BASE_URL = "selftimed.runsignup.base-url";

	private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

	private RemoteChoice() {
	}

	/** Whether it is the simulator, given that it runs here: no other is named. */
	static boolean isOurs(Environment environment) {
		return environment.getProperty(BASE_URL, "").isBlank();
	}

	/** Whether it is on this machine, given that the simulator runs here. */
	static boolean staysHere(Environment environment) {
		return isOurs(environment) || isLoopback(environment.getProperty(BASE_URL, ""));
	}

	private static boolean isLoopback(String url) {
		try {
			String host = URI.create(url.strip()).getHost();
			return host != null && LOOPBACK.contains(host);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
