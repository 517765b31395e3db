package io.selftimed.sandbox.api;

import java.math.BigDecimal;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A result as the simulator keeps it.
 *
 * @param eventId the event
 * @param registrationId whose result it is
 * @param bib the bib of that registration
 * @param clockTime the time or the code, as it was sent
 * @param milliseconds the time in milliseconds, null for a code
 * @param elevationGain in millimetres, null where the event has none
 * @param tally the tally, null if there is none
 * @param resultSet the result set it is in
 * @param receivedAt when it was received, in seconds since 1970
 * @param approvedAt when a director approved it, in seconds since 1970, null if none did
 */
public record KeptResult(long eventId, long registrationId, long bib, String clockTime, @Nullable Long milliseconds,
		@Nullable Long elevationGain, @Nullable BigDecimal tally, long resultSet, long receivedAt,
		@Nullable Long approvedAt) {

	/** A result that nobody has approved. */
	public KeptResult(long eventId, long registrationId, long bib, String clockTime, @Nullable Long milliseconds,
			@Nullable Long elevationGain, @Nullable BigDecimal tally, long resultSet, long receivedAt) {
		this(eventId, registrationId, bib, clockTime, milliseconds, elevationGain, tally, resultSet, receivedAt, null);
	}

	/**
	 * The same result with another time, as somebody at RunSignup may have changed it.
	 */
	KeptResult at(long time) {
		return new KeptResult(this.eventId, this.registrationId, this.bib,
				String.format(Locale.ROOT, "%02d:%02d:%02d.%d", time / 3_600_000, time / 60_000 % 60, time / 1000 % 60,
						time / 100 % 10),
				time, this.elevationGain, this.tally, this.resultSet, this.receivedAt, this.approvedAt);
	}

	/** What stands in the file where a result was taken away. */
	KeptResult forgotten() {
		return new KeptResult(this.eventId, this.registrationId, this.bib, "", null, null, null, this.resultSet,
				this.receivedAt);
	}

	boolean isForgotten() {
		return this.clockTime.isEmpty();
	}

	KeptResult approved(long at) {
		return new KeptResult(this.eventId, this.registrationId, this.bib, this.clockTime, this.milliseconds,
				this.elevationGain, this.tally, this.resultSet, this.receivedAt, at);
	}

}
