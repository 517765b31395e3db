package io.selftimed.runsignup;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this installation reaches RunSignup. What is wrong with it is refused by the beans
 * that use it, so that the refusal is the cause of the failed start.
 *
 * @param baseUrl RunSignup's address, null for the usual one
 * @param allowOtherHost whether the address may be neither RunSignup's nor this machine's
 * @param credential who calls, null while there is none
 * @param callerRegistration the registration of the API caller, null for none
 * @param format the format of documents, {@code json} or {@code xml}
 * @param callDeadline how long a whole exchange may last
 */
@ConfigurationProperties("selftimed.runsignup")
record RunSignupSettings(@Nullable String baseUrl, @DefaultValue("false") boolean allowOtherHost,
		@Nullable Credential credential, @Nullable CallerRegistration callerRegistration,
		@DefaultValue("json") String format, @DefaultValue("30s") Duration callDeadline) {

	/**
	 * What RunSignup knows the caller by.
	 *
	 * @param kind {@code api-key}, {@code api-v2}, {@code super-partner},
	 * {@code temporary} or {@code oauth}
	 * @param key the public half, none for {@code oauth}
	 * @param secret the secret half; for {@code oauth} the access token
	 * @param refreshToken for {@code oauth}, by what the next token is fetched; with it
	 * the two others
	 * @param clientId for {@code oauth}, who we are
	 * @param clientSecret for {@code oauth}, the client's secret as RunSignup shows it
	 */
	record Credential(@Nullable String kind, @Nullable String key, @Nullable String secret,
			@Nullable String refreshToken, @Nullable String clientId, @Nullable String clientSecret) {

		@ConstructorBinding
		Credential {
		}

		/** A key and its secret. */
		Credential(@Nullable String kind, @Nullable String key, @Nullable String secret) {
			this(kind, key, secret, null, null, null);
		}

		@Override
		public String toString() {
			return "Credential[kind=" + this.kind + ", ****]";
		}

	}

	/**
	 * The registration of the API caller, beside the credential.
	 *
	 * @param token id and token, joined by a dot
	 * @param secret the secret half
	 */
	record CallerRegistration(@Nullable String token, @Nullable String secret) {

		@Override
		public String toString() {
			return "CallerRegistration[token=****, secret=****]";
		}

	}

}
