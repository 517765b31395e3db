package io.selftimed.runsignup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.selftimed.StartRefusal;
import org.jspecify.annotations.Nullable;

/**
 * What a call shows of its caller: query parameters and headers. Its text never shows
 * them.
 *
 * @param query the encoded query parameters, joined by {@code &}
 * @param headers headers by name
 */
record Passport(String query, Map<String, String> headers) {

	private static final String CREDENTIAL = "selftimed.runsignup.credential";

	private static final String REGISTRATION = "selftimed.runsignup.caller-registration";

	/**
	 * Reads the settings.
	 * @param settings the settings
	 * @return the passport, empty if no credential is configured
	 * @throws StartRefusal if the credential is incomplete or of a kind that is not known
	 */
	static Optional<Passport> of(RunSignupSettings settings) {
		Builder builder = new Builder();
		addRegistration(settings.callerRegistration(), builder);
		RunSignupSettings.Credential credential = settings.credential();
		if (credential == null || (blank(credential.kind()) && blank(credential.key()) && blank(credential.secret()))) {
			return Optional.empty();
		}
		CredentialKind kind = kind(credential.kind());
		kind.carry(required(credential.key(), CREDENTIAL + ".key"),
				required(credential.secret(), CREDENTIAL + ".secret"), builder);
		return Optional.of(builder.build());
	}

	private static void addRegistration(RunSignupSettings.@Nullable CallerRegistration registration, Builder builder) {
		if (registration == null || (blank(registration.token()) && blank(registration.secret()))) {
			return;
		}
		builder.query("rsu_api_reg", required(registration.token(), REGISTRATION + ".token"));
		builder.header("X-RSU-API-REG-SECRET", required(registration.secret(), REGISTRATION + ".secret"));
	}

	private static CredentialKind kind(@Nullable String name) {
		String kind = required(name, CREDENTIAL + ".kind");
		if (kind.equals("oauth")) {
			throw new StartRefusal(CREDENTIAL + ".kind=oauth is not supported yet: set it to api-key, temporary, api-v2"
					+ " or super-partner.");
		}
		return CredentialKind.named(kind)
			.orElseThrow(() -> new StartRefusal(
					CREDENTIAL + ".kind is not known: set it to api-key, temporary, api-v2 or super-partner."));
	}

	private static String required(@Nullable String value, String property) {
		if (value == null || value.isBlank()) {
			throw new StartRefusal(property + " is missing: set it, or remove the other properties of its group.");
		}
		if (value.chars().anyMatch((c) -> c < ' ' || c > '~')) {
			throw new StartRefusal(property + " holds a character that cannot travel: set it to what RunSignup shows.");
		}
		return value.strip();
	}

	private static boolean blank(@Nullable String value) {
		return value == null || value.isBlank();
	}

	@Override
	public String toString() {
		return "Passport[****]";
	}

	/** Gathers a passport. */
	static final class Builder {

		private final StringBuilder query = new StringBuilder();

		private final Map<String, String> headers = new LinkedHashMap<>();

		void query(String name, String value) {
			if (!this.query.isEmpty()) {
				this.query.append('&');
			}
			this.query.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
		}

		void header(String name, String value) {
			this.headers.put(name, value);
		}

		Passport build() {
			return new Passport(this.query.toString(), Map.copyOf(this.headers));
		}

	}

}
