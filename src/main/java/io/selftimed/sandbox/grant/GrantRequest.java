package io.selftimed.sandbox.grant;

import java.net.URI;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a program asks of whoever signs in at RunSignup, as it came.
 *
 * @param responseType {@code code}, or it is refused
 * @param clientId who asks
 * @param redirectUri where the answer goes
 * @param scope what for
 * @param state comes back as it is
 * @param codeChallenge what the code is bound to, null for nothing
 * @param codeChallengeMethod {@code plain} or {@code S256}, null for plain
 */
public record GrantRequest(@BindParam("response_type") @Nullable String responseType,
		@BindParam("client_id") @Nullable String clientId, @BindParam("redirect_uri") @Nullable String redirectUri,
		@Nullable String scope, @Nullable String state, @BindParam("code_challenge") @Nullable String codeChallenge,
		@BindParam("code_challenge_method") @Nullable String codeChallengeMethod) {

	/** The only program that this RunSignup knows. */
	static final String CLIENT = "sandbox";

	private static final String CHALLENGE = "[A-Za-z0-9\\-._~]{43,128}";

	/** The word for what stands against it, empty if nothing does. */
	Optional<String> problem() {
		if (!"code".equals(this.responseType)) {
			return Optional.of("response-type");
		}
		if (!CLIENT.equals(this.clientId)) {
			return Optional.of("client");
		}
		if (origin().isEmpty()) {
			return Optional.of("redirect");
		}
		return isSoundlyChallenged() ? Optional.empty() : Optional.of("challenge");
	}

	private boolean isSoundlyChallenged() {
		if (this.codeChallenge == null) {
			return this.codeChallengeMethod == null;
		}
		return this.codeChallenge.matches(CHALLENGE) && (this.codeChallengeMethod == null
				|| this.codeChallengeMethod.equals("plain") || this.codeChallengeMethod.equals("S256"));
	}

	/** Whose page the answer goes to, empty if it is none. */
	Optional<String> origin() {
		try {
			URI uri = URI.create((this.redirectUri != null) ? this.redirectUri : "");
			boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
			return (web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null)
					? Optional
						.of(uri.getScheme() + "://" + uri.getHost() + ((uri.getPort() >= 0) ? ":" + uri.getPort() : ""))
					: Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Where the answer goes, with the answer. */
	String answered(String name, String value) {
		UriComponentsBuilder address = UriComponentsBuilder
			.fromUri(URI.create((this.redirectUri != null) ? this.redirectUri : ""))
			.queryParam(name, "{value}");
		return ((this.state != null) ? address.queryParam("state", "{state}").encode().buildAndExpand(value, this.state)
				: address.encode().buildAndExpand(value))
			.toUriString();
	}

	/** Hides the state. */
	@Override
	public String toString() {
		return "GrantRequest[clientId=" + this.clientId + "]";
	}

}
