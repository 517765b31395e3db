package io.selftimed.runsignup;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where RunSignup is and how it is called.
 *
 * @param baseUrl where RunSignup is, null for the simulator of this process or the real
 * one
 * @param allowOtherHost whether another host than runsignup.com or loopback is allowed
 * @param credential used where a race has none of its own
 * @param callerRegistration identifies the calling program, beside the credential
 * @param format the format of requests and answers
 * @param callDeadline the hard limit of one whole call
 */
@Validated
@ConfigurationProperties("selftimed.runsignup")
record RunSignupSettings(@Nullable String baseUrl, @DefaultValue("false") boolean allowOtherHost,
		@DefaultValue Credential credential, @DefaultValue CallerRegistration callerRegistration,
		@DefaultValue("json") Format format,
		@DefaultValue("30s") @DurationMin(millis = 100) @DurationMax(minutes = 10) Duration callDeadline) {

	/**
	 * A credential.
	 *
	 * @param kind the kind, null if none is set
	 * @param key the key, null if none is set
	 * @param secret the secret, null if none is set
	 */
	record Credential(@Nullable Kind kind, @Nullable String key, @Nullable String secret) {

		@Override
		public String toString() {
			return "Credential[kind=" + this.kind + ", key and secret hidden]";
		}

	}

	/**
	 * Identifies the calling program; both halves or neither.
	 *
	 * @param token travels as {@code rsu_api_reg}
	 * @param secret travels as {@code X-RSU-API-REG-SECRET}
	 */
	record CallerRegistration(@Nullable String token, @Nullable String secret) {

		@Override
		public String toString() {
			return "CallerRegistration[token and secret hidden]";
		}

	}

	/** The kinds of credentials. */
	enum Kind {

		API_KEY, API_V2, SUPER_PARTNER, TEMPORARY, OAUTH

	}

	/** The formats of requests and answers. */
	enum Format {

		JSON, XML

	}

}
