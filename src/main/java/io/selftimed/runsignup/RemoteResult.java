package io.selftimed.runsignup;

import org.jspecify.annotations.Nullable;

/**
 * A result that RunSignup shows.
 *
 * @param resultId RunSignup's id of the result
 * @param registrationId the runner's registration, null if RunSignup does not say
 * @param bib the bib, null if there is none
 * @param place the place, null if there is none
 * @param clockTime the clock time or code as RunSignup writes it, empty if it has none
 */
public record RemoteResult(long resultId, @Nullable Long registrationId, @Nullable Long bib, @Nullable Long place,
		String clockTime) {

	/**
	 * The clock time in milliseconds; null for a code such as DNF, and for what cannot be
	 * read.
	 */
	public @Nullable Long milliseconds() {
		return RemoteTimes.clockTime(this.clockTime);
	}

	/**
	 * Whether another time is shown than was sent, as finely as it is shown: where whole
	 * seconds are shown, tenths may have been rounded either way. What cannot be read
	 * does not differ.
	 * @param sent the time that was sent, in milliseconds
	 */
	public boolean differs(long sent) {
		Long shown = milliseconds();
		return shown != null && Math.abs(shown - sent) >= RemoteTimes.fineness(this.clockTime);
	}

}
