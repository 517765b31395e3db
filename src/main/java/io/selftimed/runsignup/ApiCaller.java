package io.selftimed.runsignup;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

import io.selftimed.StartRefusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The registration of the API caller: no credential, but demanded beside it on every call
 * from the first day of 2027, on RunSignup's clock. Both of its halves are there, or
 * neither.
 */
@Component
public class ApiCaller {

	private static final String GROUP = "selftimed.runsignup.caller-registration";

	private static final Instant DEMANDED_FROM = LocalDate.of(2027, 1, 1)
		.atStartOfDay(ZoneId.of("America/New_York"))
		.toInstant();

	private final @Nullable String token;

	private final @Nullable String secret;

	private final InstantSource time;

	/**
	 * Reads the settings.
	 * @throws StartRefusal if one half is there without the other
	 */
	ApiCaller(RunSignupSettings settings, InstantSource time) {
		RunSignupSettings.CallerRegistration halves = settings.callerRegistration();
		boolean none = halves == null
				|| (SettingsCredential.blank(halves.token()) && SettingsCredential.blank(halves.secret()));
		this.token = (halves == null || none) ? null : SettingsCredential.required(halves.token(), GROUP + ".token");
		this.secret = (halves == null || none) ? null : SettingsCredential.required(halves.secret(), GROUP + ".secret");
		this.time = time;
	}

	/** Whether it is there, and whether that matters yet. */
	public Standing standing() {
		if (this.token != null) {
			return Standing.REGISTERED;
		}
		return this.time.instant().isBefore(DEMANDED_FROM) ? Standing.MISSING : Standing.DEMANDED;
	}

	void addTo(Passport.Builder passport) {
		if (this.token != null && this.secret != null) {
			passport.secret(this.token).secret(this.secret);
			passport.query("rsu_api_reg", this.token).header("X-RSU-API-REG-SECRET", this.secret);
		}
	}

	/**
	 * Where an installation stands with its registration.
	 */
	public enum Standing {

		/** It is registered. */
		REGISTERED,
		/** It is not, and RunSignup will demand it. */
		MISSING,
		/** It is not, and RunSignup demands it now. */
		DEMANDED

	}

}
