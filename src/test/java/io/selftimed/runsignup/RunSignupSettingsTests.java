package io.selftimed.runsignup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import io.selftimed.StartRefusal;
import io.selftimed.runsignup.ApiCaller.Standing;
import io.selftimed.runsignup.CallerCredential.RefreshGrant;
import io.selftimed.runsignup.CallerCredential.Tokens;
import io.selftimed.runsignup.RunSignupSettings.CallerRegistration;
import io.selftimed.runsignup.RunSignupSettings.Credential;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
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
		refused(new Credential("oauth", "hush", null), "credential.secret");
		refused(new Credential("oauth", null, "hush", "hush", null, "hush"), "credential.client-id");
		refused(new Credential("oauth", null, "hush", null, "hush", "hush"), "credential.refresh-token");
		refused(new Credential("oauth", null, "hush", "hush", "hush", null), "credential.client-secret");
		refused(new Credential(null, null, null, "hush", null, null), "credential.kind");
		refused(new Credential("api-v2", "hush", "hush\u00e9"), "cannot travel");
	}

	private static void refused(Credential credential, String what) {
		assertThatExceptionOfType(StartRefusal.class)
			.isThrownBy(() -> SettingsCredential.of(settings(null, false, credential)))
			.withMessageContaining(what)
			.withMessageNotContaining("hush");
	}

	@Test
	void tokensAreReadFromTheirProperties() {
		String group = "selftimed.runsignup.credential.";
		RunSignupSettings bound = new Binder(new MapConfigurationPropertySource(
				Map.of(group + "kind", "oauth", group + "secret", "access", group + "refresh-token", "refresh",
						group + "client-id", "client", group + "client-secret", "secret")))
			.bind("selftimed.runsignup", RunSignupSettings.class)
			.get();
		assertThat(SettingsCredential.of(bound))
			.contains(new Tokens("access", null, new RefreshGrant("refresh", "client", "secret")));
	}

	@Test
	void aCallerRegistrationIsBothHalvesOrNeither() {
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> caller("hush", null))
			.withMessageContaining("caller-registration.secret")
			.withMessageNotContaining("hush");
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> caller(" ", "hush"))
			.withMessageContaining("caller-registration.token")
			.withMessageNotContaining("hush");
	}

	private static ApiCaller caller(@Nullable String token, @Nullable String secret) {
		return caller(token, secret, "2026-07-01T12:00:00Z");
	}

	private static ApiCaller caller(@Nullable String token, @Nullable String secret, String now) {
		return new ApiCaller(new RunSignupSettings(null, false, null, new CallerRegistration(token, secret), "json",
				Duration.ofSeconds(30)), InstantSource.fixed(Instant.parse(now)));
	}

	@Test
	void aMissingRegistrationIsWorseFromTheFirstDayOf2027OnRunSignupsClock() {
		assertThat(caller("1.t", "s", "2027-01-01T05:00:00Z").standing()).isEqualTo(Standing.REGISTERED);
		assertThat(caller("", null, "2027-01-01T04:59:59Z").standing()).isEqualTo(Standing.MISSING);
		assertThat(caller("", null, "2027-01-01T05:00:00Z").standing()).isEqualTo(Standing.DEMANDED);
	}

	@ParameterizedTest
	@CsvSource({ "api-key,      api_key=k%2B1&api_secret=s%2F3cret,,",
			"temporary,   tmp_key=k%2B1&tmp_secret=s%2F3cret,,",
			"api-v2,        rsu_api_key=k%2B1, X-RSU-API-SECRET, s/3cret",
			"super-partner, sp_api_key=k%2B1,  X-RSU-API-SECRET, s/3cret",
			"oauth,         '',                Authorization,    Bearer s/3cret" })
	void everyKindTravelsInItsOwnWay(String kind, String query, @Nullable String header, @Nullable String value) {
		CallerCredential credential = SettingsCredential
			.of(settings(null, false, new Credential(kind, "k+1", " s/3cret ")))
			.orElseThrow();
		Passport passport = Passport.of(caller(null, null), credential);
		assertThat(passport.query()).isEqualTo(query);
		assertThat(passport.headers()).isEqualTo((header != null) ? Map.of(header, value) : Map.of());
		Passport registered = Passport.of(caller("1.t", "rs"), credential);
		assertThat(registered.query()).isEqualTo("rsu_api_reg=1.t" + (query.isEmpty() ? "" : "&" + query));
		assertThat(registered.headers()).containsEntry("X-RSU-API-REG-SECRET", "rs");
	}

	@Test
	void aSecretThatARemoteRepeatsIsMasked() {
		CallerCredential credential = SettingsCredential
			.of(settings(null, false, new Credential("api-key", "hush/key+1", "hush-secret")))
			.orElseThrow();
		String body = "{\"error\":\"/x?api_key=hush%2Fkey%2B1&api_secret=hush-secret hush\\/key+1 caf\u00e9\"}";
		assertThat(Passport.of(caller("1.longer-token", "longer-secret"), credential).masked(body))
			.isEqualTo("{\"error\":\"/x?api_key=****&api_secret=**** **** caf\u00e9\"}");
	}

	@Test
	void aFormatIsJsonOrXml() {
		assertThat(Format.of(format("json"))).isEqualTo(Format.JSON);
		assertThat(Format.of(format(" xml "))).isEqualTo(Format.XML);
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> Format.of(format("csv")))
			.withMessage("selftimed.runsignup.format is neither json nor xml: set it to one of them.");
	}

	private static RunSignupSettings format(String format) {
		return new RunSignupSettings(null, false, null, null, format, Duration.ofSeconds(30));
	}

	@Test
	void secretsAreMasked() {
		Credential credential = new Credential("api-key", "hush", "hush");
		assertThat(settings(null, false, credential).toString()).doesNotContain("hush");
		assertThat(Passport
			.of(caller("hush", "hush"), SettingsCredential.of(settings(null, false, credential)).orElseThrow())
			.toString()).doesNotContain("hush");
		assertThat(new CallerRegistration("hush", "hush").toString()).doesNotContain("hush");
	}

}
