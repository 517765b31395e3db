package io.selftimed.runsignup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.selftimed.StartRefusal;
import io.selftimed.security.PublicUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * This installation as RunSignup's OAuth knows it: who it is, where browsers are sent,
 * and where they come back to.
 */
@Component
class OAuthClient {

	/** Where browsers come back to; registered at RunSignup, so it never changes. */
	static final String RETURN_PATH = "/organizer/runsignup/connected";

	private static final String GROUP = "selftimed.runsignup.oauth";

	private static final String SCOPE = "rsu_api_read rsu_api_write";

	private final @Nullable Identity identity;

	private final @Nullable String authorizeUrl;

	private final RunSignupAddress address;

	private final PublicUrl publicUrl;

	/**
	 * Reads the settings.
	 * @throws StartRefusal if one half of the client is there without the other, or the
	 * page is none that a credential may come from
	 */
	OAuthClient(OAuthSettings settings, RunSignupSettings runSignup, RunSignupAddress address, PublicUrl publicUrl) {
		boolean none = SettingsCredential.blank(settings.clientId())
				&& SettingsCredential.blank(settings.clientSecret());
		this.identity = none ? null
				: new Identity(SettingsCredential.required(settings.clientId(), GROUP + ".client-id"),
						SettingsCredential.required(settings.clientSecret(), GROUP + ".client-secret"));
		String page = settings.authorizeUrl();
		this.authorizeUrl = (page == null || page.isBlank()) ? null
				: RunSignupAddress.checked(page.strip(), GROUP + ".authorize-url", runSignup.allowOtherHost());
		this.address = address;
		this.publicUrl = publicUrl;
	}

	/** Who we are, empty if nobody set it. */
	Optional<Identity> identity() {
		return Optional.ofNullable(this.identity);
	}

	/** Where browsers come back to. */
	String returnAddress() {
		return this.publicUrl.link(RETURN_PATH);
	}

	/**
	 * Where a browser is sent.
	 * @param state comes back with it
	 * @param challenge what the code is bound to, made by SHA-256
	 */
	String grantAddress(Identity identity, String state, String challenge) {
		Map<String, String> query = new LinkedHashMap<>();
		query.put("response_type", "code");
		query.put("client_id", identity.id());
		query.put("redirect_uri", returnAddress());
		query.put("scope", SCOPE);
		query.put("state", state);
		query.put("code_challenge", challenge);
		query.put("code_challenge_method", "S256");
		String page = (this.authorizeUrl != null) ? this.authorizeUrl : this.address.grantPage();
		return query.entrySet()
			.stream()
			.map((field) -> field.getKey() + "="
					+ URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8).replace("+", "%20"))
			.collect(Collectors.joining("&", page + "?", ""));
	}

	/**
	 * Who we are.
	 *
	 * @param id the client's id
	 * @param secret its secret
	 */
	record Identity(String id, String secret) {

		@Override
		public String toString() {
			return "Identity[****]";
		}

	}

}
