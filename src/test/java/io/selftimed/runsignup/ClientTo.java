package io.selftimed.runsignup;

import java.time.Duration;
import java.time.InstantSource;

import io.selftimed.runsignup.RunSignupSettings.CallerRegistration;
import io.selftimed.runsignup.RunSignupSettings.Credential;
import org.jspecify.annotations.Nullable;

import org.springframework.mock.env.MockEnvironment;

/**
 * The whole client of one installation without a database, with lanes that are always
 * free.
 */
final class ClientTo implements AutoCloseable {

	static final Credential API_V2 = new Credential("api-v2", "sandbox", "sandbox");

	static final Credential TOKEN = new Credential("oauth", null, "sandbox");

	final OpenLane lane = new OpenLane();

	private final RunSignupSettings settings;

	private final Calls calls;

	ClientTo(String address, @Nullable Credential credential, Format format, Duration deadline) {
		this.settings = new RunSignupSettings(address, false, credential,
				new CallerRegistration("7.sandbox", "sandbox"), format.parameter(), deadline);
		this.calls = new Calls(new RunSignupAddress(this.settings, new MockEnvironment()), this.settings);
	}

	ClientTo(String address, Credential credential, Format format) {
		this(address, credential, format, Duration.ofSeconds(20));
	}

	UserResultsAnswer post(UserResults results) {
		return new WebClientRunSignup(this.calls, this.settings, new SettingsPassports(this.settings),
				InstantSource.system())
			.postUserResults(this.lane, results);
	}

	RunSignupReads reads() {
		return reads(new ReadLanes(new FreeTurns(() -> true, this.lane)));
	}

	RunSignupReads reads(ReadLanes lanes) {
		return new WebClientReads(lanes, this.calls, new SettingsPassports(this.settings), InstantSource.system());
	}

	ProbeAnswer probe(long raceId, long eventId) {
		return new WebCredentialProbe(this.calls, new SettingsPassports(this.settings), caller()).probe(this.lane,
				raceId, eventId);
	}

	RefreshAnswer refresh(String refreshToken, String clientId, String clientSecret) {
		return new TokenEndpoint(this.calls, caller()).refresh(this.lane,
				new CallerCredential.RefreshGrant(refreshToken, clientId, clientSecret));
	}

	RefreshAnswer redeem(String code, String verifier, String returnAddress) {
		return new TokenEndpoint(this.calls, caller()).redeem(this.lane, new OAuthClient.Identity("sandbox", "sandbox"),
				code, verifier, returnAddress);
	}

	private ApiCaller caller() {
		return new ApiCaller(this.settings, InstantSource.system());
	}

	@Override
	public void close() {
		this.calls.destroy();
	}

}
