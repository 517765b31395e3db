package io.selftimed.runsignup;

import java.time.Duration;
import java.time.InstantSource;

import io.selftimed.StartRefusal;
import io.selftimed.runsignup.RunSignupSettings.CallerRegistration;
import io.selftimed.runsignup.RunSignupSettings.Credential;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the settings allow and how they are refused.
 */
class RunSignupSettingsTests {

	private static RunSignupSettings settings(@Nullable String baseUrl, boolean allowOtherHost,
			@Nullable Credential credential) {
		return new RunSignupSettings(baseUrl, allowOtherHost, credential, null, "json", Duration.ofSeconds(30));
	}

	private static RunSignupAddress address(@Nullable String baseUrl, boolean allowOtherHost) {
		return new RunSignupAddress(settings(baseUrl, allowOtherHost, null), new MockEnvironment());
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://runsignup.com", "https://test.runsignup.com", "http://localhost:8080/x",
			"https://127.0.0.1", "http://[::1]:80" })
	void runSignupAndThisMachineAreAllowed(String address) {
		assertThat(address(address + "/", false).base()).contains(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://runsignup.com", "https://evilrunsignup.com", "https://runsignup.com.example.org",
			"https://127.0.0.1.example.org", "https://user@runsignup.com", "https://runsignup.com?a=b",
			"ftp://localhost", "runsignup.com", "a b" })
	void anyOtherAddressIsRefused(String address) {
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> address(address, false))
			.withMessageContaining("selftimed.runsignup.base-url")
			.withMessageNotContaining("user@");
	}

	@Test
	void anotherHostMayBeAllowed() {
		assertThat(address("http://proxy.example.org", true).base()).contains("http://proxy.example.org");
	}

	@Test
	void withoutAnAddressItIsRunSignupsOrTheSimulators() {
		assertThat(address(null, false).base()).contains("https://api.runsignup.com");
		MockEnvironment simulator = new MockEnvironment();
		simulator.setActiveProfiles("simulator");
		assertThat(new RunSignupAddress(settings(null, false, null), simulator).base()).isEmpty();
	}

	@Test
	void incompleteOrUnknownCredentialsAreRefusedWithoutTheirSecrets() {
		refused(new Credential("api-v2", null, "hush"), "credential.key");
		refused(new Credential("api-v2", "hush", " "), "credential.secret");
		refused(new Credential(null, "hush", "hush"), "credential.kind");
		refused(new Credential("hush", "hush", "hush"), "credential.kind");
		refused(new Credential("oauth", "hush", "hush"), "not supported yet");
	}

	private static void refused(Credential credential, String what) {
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> Passport.of(settings(null, false, credential)))
			.withMessageContaining(what)
			.withMessageNotContaining("hush");
	}

	@Test
	void aCallerRegistrationIsBothHalvesOrNeither() {
		RunSignupSettings half = new RunSignupSettings(null, false, null, new CallerRegistration("hush", null), "json",
				Duration.ofSeconds(30));
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> Passport.of(half))
			.withMessageContaining("caller-registration.secret")
			.withMessageNotContaining("hush");
	}

	@Test
	void xmlIsRefused() {
		RunSignupSettings xml = new RunSignupSettings(null, false, null, null, "xml", Duration.ofSeconds(30));
		RunSignupAddress address = address(null, false);
		assertThatExceptionOfType(StartRefusal.class)
			.isThrownBy(() -> new WebClientRunSignup(address, xml, InstantSource.system()))
			.withMessageContaining("supported yet");
	}

	@Test
	void secretsAreMasked() {
		Credential credential = new Credential("api-key", "hush", "hush");
		assertThat(settings(null, false, credential).toString()).doesNotContain("hush");
		assertThat(Passport.of(settings(null, false, credential)).toString()).doesNotContain("hush");
		assertThat(new CallerRegistration("hush", "hush").toString()).doesNotContain("hush");
	}

}
