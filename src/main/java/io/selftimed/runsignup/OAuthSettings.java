package io.selftimed.runsignup;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who this installation is to RunSignup's OAuth, so that owners can let it in by signing
 * in there. Its text never shows the secret.
 *
 * @param clientId the client's id, null while owners cannot connect
 * @param clientSecret the client's secret as RunSignup shows it; with the id, or neither
 * @param authorizeUrl RunSignup's page on which somebody lets us in, null for the one
 * that belongs to {@code selftimed.runsignup.base-url}
 */
@ConfigurationProperties("selftimed.runsignup.oauth")
record OAuthSettings(@Nullable String clientId, @Nullable String clientSecret, @Nullable String authorizeUrl) {

	@Override
	public String toString() {
		return "OAuthSettings[authorizeUrl=" + this.authorizeUrl + ", ****]";
	}

}
