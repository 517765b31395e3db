package io.selftimed.organizer.setup;

import java.util.Optional;

import io.selftimed.runsignup.ApiCaller;
import io.selftimed.runsignup.Credentials;
import io.selftimed.runsignup.Credentials.Description;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says by which credential a race goes to RunSignup, and how that stands, without any
 * secret.
 */
@Component
class CredentialStanding {

	private final Credentials credentials;

	private final ApiCaller caller;

	CredentialStanding(Credentials credentials, ApiCaller caller) {
		this.credentials = credentials;
		this.caller = caller;
	}

	/**
	 * The standing of a race, or of the default.
	 * @param raceId the race, null for the default
	 */
	Standing of(@Nullable Long raceId) {
		Optional<Description> own = this.credentials.describe(raceId);
		if (own.isPresent() || raceId == null) {
			return new Standing(own.isPresent() ? "own" : "settings", own.orElse(null), registration());
		}
		Optional<Description> byDefault = this.credentials.describe(null);
		return new Standing(byDefault.isPresent() ? "default" : "settings", byDefault.orElse(null), registration());
	}

	/**
	 * What would count if the credential of a race, or the default, were removed:
	 * {@code default}, {@code settings}, or {@code nothing}.
	 * @param raceId the race, null for the default
	 */
	String without(@Nullable Long raceId) {
		if (raceId != null && this.credentials.describe(null).isPresent()) {
			return "default";
		}
		return this.credentials.isInSettings() ? "settings" : "nothing";
	}

	private String registration() {
		return switch (this.caller.standing()) {
			case REGISTERED -> "registered";
			case MISSING -> "missing";
			case DEMANDED -> "demanded";
		};
	}

	/**
	 * How it stands.
	 *
	 * @param where whose it is: {@code own}, {@code default} or {@code settings}
	 * @param kept what is kept, null if nothing is
	 * @param registration how the caller's registration stands
	 */
	record Standing(String where, @Nullable Description kept, String registration) {

		/** Whether it is kept for this very race, or by default on the default's page. */
		public boolean isOwn() {
			return this.where.equals("own");
		}

		/** Whether it must be entered again. */
		public boolean isLost() {
			return this.kept != null && this.kept.state() == Credentials.State.ENTER_AGAIN;
		}

		/** Its version, 0 if nothing is kept. */
		public int version() {
			return (this.kept != null) ? this.kept.version() : 0;
		}

	}

}
