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

	private static final String SIMULATOR = "/sandbox/runsignup";

	private static final String GRANT_PAGE = "/Profile/OAuth2/RequestGrant";

	private final @Nullable String configured;

	private final boolean simulated;

	private volatile @Nullable String base;

	RunSignupAddress(RunSignupSettings settings, Environment environment) {
		String given = settings.baseUrl();
		this.configured = (given == null || given.isBlank()) ? null
				: checked(given.strip(), PROPERTY, settings.allowOtherHost());
		this.simulated = environment.acceptsProfiles(Profiles.of("simulator"));
		this.base = (this.configured == null && !this.simulated) ? "https://api.runsignup.com" : this.configured;
	}

	/** The address without a slash at its end, empty while the simulator's is unknown. */
	Optional<String> base() {
		return Optional.ofNullable(this.base);
	}

	@EventListener
	void listens(WebServerInitializedEvent event) {
		if (this.base == null && !"management".equals(event.getApplicationContext().getServerNamespace())) {
			this.base = "http://127.0.0.1:" + event.getWebServer().getPort() + SIMULATOR;
		}
	}

	/**
	 * RunSignup's page on which somebody lets a program in: for people, so not where its
	 * API is; and the simulator's by its path alone, as a browser may know this machine
	 * by another name.
	 */
	String grantPage() {
		String configured = this.configured;
		if (configured == null) {
			return (this.simulated ? SIMULATOR : "https://runsignup.com") + GRANT_PAGE;
		}
		return configured.replaceFirst("(?i)^https://api\\.(?=[a-z.]*runsignup\\.com$)", "https://") + GRANT_PAGE;
	}

	/**
	 * An address that may be called, or that a credential may come from.
	 * @param property what it was read from
	 * @param allowOtherHost whether it may be neither RunSignup's nor this machine's
	 * @throws StartRefusal if it is none
	 */
	static String checked(String configured, String property, boolean allowOtherHost) {
		URI uri = parsed(configured, property);
		String host = uri.getHost();
		if (host == null || !web(uri) || uri.getRawUserInfo() != null || uri.getRawQuery() != null
				|| uri.getRawFragment() != null) {
			throw malformed(property);
		}
		if (!allowOtherHost && !loopback(host) && !ofRunSignup(uri, host)) {
			throw new StartRefusal(property + " is neither https at runsignup.com nor this machine: correct it, or set"
					+ " selftimed.runsignup.allow-other-host=true to send results and credentials there.");
		}
		return configured.replaceAll("/+$", "");
	}

	private static URI parsed(String configured, String property) {
		try {
			return new URI(configured);
		}
		catch (URISyntaxException ex) {
			throw malformed(property);
		}
	}

	private static StartRefusal malformed(String property) {
		return new StartRefusal(property + " is not an address such as https://api.runsignup.com: set it to one without"
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
