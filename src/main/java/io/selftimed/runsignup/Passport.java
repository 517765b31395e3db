package io.selftimed.runsignup;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.selftimed.runsignup.CallerCredential.KeyAndSecret;
import io.selftimed.runsignup.CallerCredential.Tokens;

/**
 * What a call shows of its caller: query parameters and headers. Its text never shows
 * them.
 *
 * @param query the encoded query parameters, joined by {@code &}
 * @param headers headers by name
 * @param secrets what must not come back in an answer
 */
record Passport(String query, Map<String, String> headers, Set<String> secrets) {

	/** Shorter ones could be any word. */
	private static final int SHORTEST_MASKED = 8;

	private static final String MASK = "****";

	private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

	/** The passport of a caller that is registered, or not, and has a credential. */
	static Passport of(ApiCaller caller, CallerCredential credential) {
		Builder builder = new Builder();
		caller.addTo(builder);
		switch (credential) {
			case KeyAndSecret(CredentialKind kind, String key, String secret) -> {
				builder.secret(key).secret(secret);
				kind.carry(key, secret, builder);
			}
			case Tokens tokens ->
				builder.secret(tokens.accessToken()).header("Authorization", "Bearer " + tokens.accessToken());
		}
		return builder.build();
	}

	/** The passport of a call whose form holds the credential. */
	static Passport of(ApiCaller caller, List<String> secretsInTheForm) {
		Builder builder = new Builder();
		caller.addTo(builder);
		secretsInTheForm.forEach(builder::secret);
		return builder.build();
	}

	/** An address with the passport in its query. */
	URI onto(URI address) {
		if (this.query.isEmpty()) {
			return address;
		}
		return URI.create(address + ((address.getRawQuery() != null) ? "&" : "?") + this.query);
	}

	/**
	 * A text of an answer without our own secrets, as a remote may repeat what it was
	 * sent.
	 */
	String masked(String text) {
		String masked = text;
		for (String secret : this.secrets) {
			masked = masked.replace(secret, MASK);
		}
		return masked;
	}

	@Override
	public String toString() {
		return "Passport[****]";
	}

	/** Gathers a passport. */
	static final class Builder {

		private final StringBuilder query = new StringBuilder();

		private final Map<String, String> headers = new LinkedHashMap<>();

		private final Set<String> secrets = new LinkedHashSet<>();

		Builder query(String name, String value) {
			if (!this.query.isEmpty()) {
				this.query.append('&');
			}
			this.query.append(name).append('=').append(encoded(value));
			return this;
		}

		Builder header(String name, String value) {
			this.headers.put(name, value);
			return this;
		}

		/** Something that must not come back, as it is and as it travels. */
		Builder secret(String secret) {
			if (secret.length() >= SHORTEST_MASKED) {
				String encoded = encoded(secret);
				this.secrets.add(secret);
				this.secrets.add(encoded);
				this.secrets.add(ESCAPE.matcher(encoded).replaceAll((found) -> found.group().toLowerCase(Locale.ROOT)));
				this.secrets.add(secret.replace("/", "\\/"));
			}
			return this;
		}

		private static String encoded(String value) {
			return URLEncoder.encode(value, StandardCharsets.UTF_8);
		}

		Passport build() {
			return new Passport(this.query.toString(), Collections.unmodifiableMap(this.headers),
					Set.copyOf(this.secrets));
		}

	}

}
