package io.selftimed.runsignup;

import java.time.InstantSource;

/**
 * Passports by the settings alone, for tests that need no database.
 *
 * @param settings the settings
 */
record SettingsPassports(RunSignupSettings settings) implements Passports {

	@Override
	public Issued issue(long raceId, LeasedLane lane) {
		ApiCaller caller = new ApiCaller(this.settings, InstantSource.system());
		return SettingsCredential.of(this.settings)
			.<Issued>map((credential) -> new Issued.Ready(credential.kind(), Passport.of(caller, credential), null))
			.orElseGet(() -> new Issued.Missing("No credential for RunSignup is configured."));
	}

	@Override
	public boolean mend(Issued.Ready refused, LeasedLane lane) {
		return false;
	}

}
