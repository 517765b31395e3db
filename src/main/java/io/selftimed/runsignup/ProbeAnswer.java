package io.selftimed.runsignup;

import org.jspecify.annotations.Nullable;

/**
 * What a probe found out. What RunSignup said is capped at 500 characters, free of our
 * secrets, and for organizers only.
 */
public sealed interface ProbeAnswer {

	/**
	 * RunSignup lets the credential in.
	 *
	 * @param raceId the race it was shown to work for; null if RunSignup named its owner
	 * only, which is no race
	 * @param owner what RunSignup calls its owner, such as {@code timer}; null if it does
	 * not say
	 */
	record Works(@Nullable Long raceId, @Nullable String owner) implements ProbeAnswer {
	}

	/**
	 * It is let in, and belongs to another race.
	 *
	 * @param raceId RunSignup's id of that race
	 */
	record ForAnotherRace(long raceId) implements ProbeAnswer {
	}

	/** It is not let in, or the caller's registration is wrong (codes 6, 13, 17). */
	record Rejected(int code, String message) implements ProbeAnswer {
	}

	/** It is let in and may not see this race (code 7). */
	record NoAccess(String message) implements ProbeAnswer {
	}

	/** RunSignup does not know this race or event (codes 201, 223, 301). */
	record UnknownRace(int code, String message) implements ProbeAnswer {
	}

	/** There is no credential to try, or it must be entered again. */
	record Missing(String why) implements ProbeAnswer {
	}

	/** Nothing was found out: try again later. */
	record Undecided(String why) implements ProbeAnswer {
	}

}
