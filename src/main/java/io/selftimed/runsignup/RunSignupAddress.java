package io.selftimed.runsignup;

import java.net.URI;
import java.util.Locale;

import io.selftimed.StartRefusal;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Where RunSignup is: as set, or the simulator of this process with the port it really
 * has, or the real one. Credentials travel there, so other hosts are refused.
 */
@Component
class RunSignupAddress {

	private static final String REAL = "https://api.runsignup.com";

	private final @Nullable String base;

	private volatile int port;

	RunSignupAddress(RunSignupSettings settings, Environment environment) {
		String set = settings.baseUrl();
		if (set != null && !set.isBlank()) {
			this.base = checked(set.strip(), settings.allowOtherHost());
		}
		else {
			this.base = environment.acceptsProfiles(Profiles.of("simulator")) ? null : REAL;
		}
	}

	/** The base address, without a slash at its end. */
	String base() {
		return (this.base != null) ? this.base : "http://127.0.0.1:" + this.port + "/sandbox/runsignup";
	}

	@EventListener
	void started(WebServerInitializedEvent event) {
		if (!"management".equals(event.getApplicationContext().getServerNamespace())) {
			this.port = event.getWebServer().getPort();
		}
	}

	private static String checked(String set, boolean allowOtherHost) {
		URI uri = parse(set);
		String host = (uri.getHost() != null) ? uri.getHost().toLowerCase(Locale.ROOT) : "";
		boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
		boolean plain = http && !host.isEmpty() && uri.getUserInfo() == null && uri.getQuery() == null
				&& uri.getFragment() == null;
		boolean trusted = allowOtherHost || isLoopback(host) || ("https".equals(uri.getScheme())
				&& (host.equals("runsignup.com") || host.endsWith(".runsignup.com")));
		if (!plain || !trusted) {
			throw refusal();
		}
		return set.replaceAll("/+$", "");
	}

	private static URI parse(String set) {
		try {
			return URI.create(set);
		}
		catch (IllegalArgumentException ex) {
			throw refusal();
		}
	}

	private static boolean isLoopback(String host) {
		return host.equals("localhost") || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}") || host.equals("[::1]");
	}

	private static StartRefusal refusal() {
		return new StartRefusal("selftimed.runsignup.base-url must be https on runsignup.com or a loopback address, "
				+ "because credentials travel there: correct it, or set selftimed.runsignup.allow-other-host=true.");
	}

}
