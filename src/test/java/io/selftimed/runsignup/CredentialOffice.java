package io.selftimed.runsignup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.selftimed.TestDatabase;
import io.selftimed.runsignup.RunSignupSettings.CallerRegistration;
import io.selftimed.security.TestKeys;
import org.jspecify.annotations.Nullable;

import org.springframework.mock.env.MockEnvironment;

/**
 * Everything around credentials on a test database, with a clock that is moved by hand.
 */
final class CredentialOffice {

	static final Duration DEADLINE = Duration.ofSeconds(2);

	static final UserResults RESULTS = new UserResults(4100, 41001, null,
			List.of(new UserResult(41001101L, 101L, UserResult.Time.Code.DNF, new UserResult.Tally.Unchanged(), null)));

	private final TestDatabase database;

	private final String address;

	private Instant now = Instant.parse("2026-07-01T12:00:00Z");

	private TestKeys keys = new TestKeys(1);

	private RunSignupSettings.@Nullable Credential settings;

	CredentialOffice(TestDatabase database, String address) {
		this.database = database;
		this.address = address;
	}

	/** From now on these are the secret keys, newest first. */
	CredentialOffice under(int... newestFirst) {
		this.keys = new TestKeys(newestFirst);
		return this;
	}

	/** From now on the settings name this credential. */
	CredentialOffice settings(RunSignupSettings.@Nullable Credential credential) {
		this.settings = credential;
		return this;
	}

	void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	Instant now() {
		return this.now;
	}

	Credentials credentials() {
		return new JdbcCredentials(rows(), safe(), inForce(), gates(), this.database.transactions(), this::now);
	}

	Gates gates() {
		return new JdbcGates(this.database.jdbc(), this::now, new HoldSettings(false));
	}

	CredentialsInForce inForce() {
		return new CredentialsInForce(runSignup(), rows(), safe(), this.keys.hash(), this.database.transactions(),
				this::now);
	}

	/** What a call for race 4100 would carry. */
	Issued issued(LeasedLane lane) {
		Calls calls = calls();
		try {
			return passports(calls).issue(4100, lane);
		}
		finally {
			calls.destroy();
		}
	}

	/** Posts a result for race 4100, as a replica that has just started. */
	UserResultsAnswer post(LeasedLane lane) {
		Calls calls = calls();
		try {
			return new WebClientRunSignup(calls, runSignup(), passports(calls), this::now).postUserResults(lane,
					RESULTS);
		}
		finally {
			calls.destroy();
		}
	}

	/** Probes what counts for race 4100. */
	ProbeAnswer probe(LeasedLane lane) {
		Calls calls = calls();
		try {
			return new WebCredentialProbe(calls, passports(calls), caller()).probe(lane, 4100, 41001);
		}
		finally {
			calls.destroy();
		}
	}

	/** Probes a credential that is kept nowhere. */
	ProbeAnswer probe(LeasedLane lane, CallerCredential credential) {
		Calls calls = calls();
		try {
			return new WebCredentialProbe(calls, passports(calls), caller()).probe(lane, credential, 4100, 41001);
		}
		finally {
			calls.destroy();
		}
	}

	private ApiCaller caller() {
		return new ApiCaller(runSignup(), this::now);
	}

	Calls calls() {
		return new Calls(place(), runSignup());
	}

	Passports passports(Calls calls) {
		ApiCaller caller = caller();
		TokenRefresh refresh = new TokenRefresh(rows(), safe(), new TokenEndpoint(calls, caller),
				this.database.transactions(), this::now);
		return new RenewingPassports(inForce(), refresh, caller, this::now);
	}

	CredentialRows rows() {
		return new CredentialRows(this.database.jdbc());
	}

	private CredentialSafe safe() {
		return new CredentialSafe(this.keys.box());
	}

	private RunSignupAddress place() {
		return new RunSignupAddress(runSignup(), new MockEnvironment());
	}

	private RunSignupSettings runSignup() {
		return new RunSignupSettings(this.address, false, this.settings, new CallerRegistration("1.token", "reg"),
				"json", DEADLINE);
	}

}
