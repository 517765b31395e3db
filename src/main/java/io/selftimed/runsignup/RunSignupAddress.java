package io.selftimed.runsignup;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

import io.selftimed.StartRefusal;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Where RunSignup is: its own address, or with profile {@code simulator} the simulator in
 * this application, whose port is known once the server listens.
 */
@Component
class RunSignupAddress {

	private static final String PROPERTY = "selftimed.runsignup.base-url";

	private volatile @Nullable String base;

	RunSignupAddress(RunSignupSettings settings, Environment environment) {
		String configured = settings.baseUrl();
		if (configured != null && !configured.isBlank()) {
			this.base = checked(configured.strip(), settings.allowOtherHost());
		}
		else if (!environment.acceptsProfiles(Profiles.of("simulator"))) {
			this.base = "https://api.runsignup.com";
		}
	}

	/** The address without a slash at its end, empty while the simulator's is unknown. */
	Optional<String> base() {
		return Optional.ofNullable(this.base);
	}

	@EventListener
	void listens(WebServerInitializedEvent event) {
		if (this.base == null && !"management".equals(event.getApplicationContext().getServerNamespace())) {
			this.base = "http://127.0.0.1:" + event.getWebServer().getPort() + "/sandbox/runsignup";
		}
	}

	private static String checked(String configured, boolean allowOtherHost) {
		URI uri = parsed(configured);
		String host = uri.getHost();
		if (host == null || !web(uri) || uri.getRawUserInfo() != null || uri.getRawQuery() != null
				|| uri.getRawFragment() != null) {
			throw malformed();
		}
		if (!allowOtherHost && !loopback(host) && !ofRunSignup(uri, host)) {
			throw new StartRefusal(PROPERTY + " is neither https at runsignup.com nor this machine: correct it, or set"
					+ " selftimed.runsignup.allow-other-host=true to send results and credentials there.");
		}
		return configured.replaceAll("/+$", "");
	}

	private static URI parsed(String configured) {
		try {
			return new URI(configured);
		}
		catch (URISyntaxException ex) {
			throw malformed();
		}
	}

	private static StartRefusal malformed() {
		return new StartRefusal(PROPERTY + " is not an address such as https://api.runsignup.com: set it to one without"
				+ " a user, a query or a fragment.");
	}

	private static boolean web(URI uri) {
		return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
	}

	private static boolean loopback(String host) {
		return host.equalsIgnoreCase("localhost") || host.equals("[::1]")
				|| host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
	}

	private static boolean ofRunSignup(URI uri, String host) {
		String name = host.toLowerCase(Locale.ROOT);
		return "https".equalsIgnoreCase(uri.getScheme())
				&& (name.equals("runsignup.com") || name.endsWith(".runsignup.com"));
	}

}
