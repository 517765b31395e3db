package io.selftimed.runsignup;

import java.util.LinkedHashMap;
import java.util.Map;

import io.selftimed.StartRefusal;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * How a call shows who it is: query parameters and headers of the installation's
 * credential, see https://runsignup.com/API.
 */
@Component
class Credentials {

	private static final String SECRET_HEADER = "X-RSU-API-SECRET";

	private final Map<String, String> query = new LinkedHashMap<>();

	private final Map<String, String> headers = new LinkedHashMap<>();

	private final boolean present;

	Credentials(RunSignupSettings settings) {
		this.present = use(settings.credential());
		register(settings.callerRegistration());
		if (settings.format() == RunSignupSettings.Format.XML) {
			throw new StartRefusal("selftimed.runsignup.format=xml is not supported yet: use json.");
		}
	}

	/** Whether there is a credential at all. */
	boolean present() {
		return this.present;
	}

	/** The query parameters. Secret. */
	Map<String, String> query() {
		return this.query;
	}

	/** Adds the headers. */
	void addTo(HttpHeaders target) {
		this.headers.forEach(target::set);
	}

	private boolean use(RunSignupSettings.Credential credential) {
		RunSignupSettings.Kind kind = credential.kind();
		if (kind == null && blank(credential.key()) && blank(credential.secret())) {
			return false;
		}
		if (kind == RunSignupSettings.Kind.OAUTH) {
			throw new StartRefusal("selftimed.runsignup.credential.kind=oauth is not supported yet: "
					+ "use api-v2, api-key, super-partner or temporary.");
		}
		String key = credential.key();
		String secret = credential.secret();
		if (kind == null || key == null || secret == null || key.isBlank() || secret.isBlank()) {
			throw new StartRefusal("selftimed.runsignup.credential needs .kind, .key and .secret together: "
					+ "set all three, or none.");
		}
		put(kind, key, secret);
		return true;
	}

	private void put(RunSignupSettings.Kind kind, String key, String secret) {
		switch (kind) {
			case API_KEY -> pair("api_key", key, "api_secret", secret);
			case TEMPORARY -> pair("tmp_key", key, "tmp_secret", secret);
			case API_V2 -> keyAndHeader("rsu_api_key", key, secret);
			case SUPER_PARTNER -> keyAndHeader("sp_api_key", key, secret);
			case OAUTH -> throw new IllegalStateException("refused before");
		}
	}

	private void pair(String keyName, String key, String secretName, String secret) {
		this.query.put(keyName, key);
		this.query.put(secretName, secret);
	}

	private void keyAndHeader(String name, String key, String secret) {
		this.query.put(name, key);
		this.headers.put(SECRET_HEADER, secret);
	}

	private void register(RunSignupSettings.CallerRegistration registration) {
		String token = registration.token();
		String secret = registration.secret();
		if (blank(token) != blank(secret)) {
			throw new StartRefusal("selftimed.runsignup.caller-registration needs .token and .secret together: "
					+ "set both, or neither.");
		}
		if (token != null && secret != null && !token.isBlank()) {
			this.query.put("rsu_api_reg", token);
			this.headers.put("X-RSU-API-REG-SECRET", secret);
		}
	}

	private static boolean blank(@Nullable String text) {
		return text == null || text.isBlank();
	}

}
