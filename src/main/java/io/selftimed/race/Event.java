package io.selftimed.race;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A virtual event of a race with the rules its runners meet. Named in RunSignup's words.
 *
 * @param eventId RunSignup's id of the event
 * @param race the race it belongs to
 * @param slug its name in addresses, unique in the installation
 * @param name its name for people
 * @param distance the distance, null if each runner goes their own
 * @param window when results are taken
 * @param outcomes the outcomes a runner may choose
 * @param elevation whether elevation gain is asked for
 * @param tallyLabel what the tally counts, such as {@code miles}; null if there is no
 * tally
 * @param individualResultSetId the result set to name at RunSignup, null to name none
 * @param strangerCorrection what becomes of a correction by somebody who did not come
 * through the receipt
 * @param settleDelay how long an accepted result waits before delivery, null for the
 * installation's own
 */
public record Event(long eventId, Race race, String slug, String name, @Nullable Distance distance, Window window,
		Set<Outcome> outcomes, Elevation elevation, @Nullable String tallyLabel, @Nullable Long individualResultSetId,
		StrangerCorrection strangerCorrection, @Nullable Duration settleDelay) {

	/**
	 * Whether runners of this event state a tally.
	 */
	public boolean hasTally() {
		return this.tallyLabel != null;
	}

	/**
	 * The race of an event.
	 *
	 * @param raceId RunSignup's id of the race
	 * @param name its name for people
	 * @param zone the time zone of its clocks
	 * @param contact whom a runner asks: an address or a phone number
	 */
	public record Race(long raceId, String name, ZoneId zone, String contact) {

	}

	/**
	 * When results are taken.
	 *
	 * @param opensAt the first moment
	 * @param closesAt the first moment after
	 */
	public record Window(Instant opensAt, Instant closesAt) {

		/** Whether results are taken at this moment. */
		public boolean isOpenAt(Instant moment) {
			return !moment.isBefore(this.opensAt) && moment.isBefore(this.closesAt);
		}

	}

	/**
	 * A distance.
	 *
	 * @param millimetres its length, above 0
	 */
	public record Distance(long millimetres) {

		/** The length in kilometres, without trailing zeros. */
		public BigDecimal kilometres() {
			return BigDecimal.valueOf(this.millimetres, 6).stripTrailingZeros();
		}

	}

	/**
	 * Whether elevation gain is asked for.
	 */
	public enum Elevation {

		/** Never asked for and never sent. */
		OFF,
		/** Asked for; a blank is sent as 0, because RunSignup demands a value. */
		OPTIONAL,
		/** Asked for and needed. */
		REQUIRED

	}

	/**
	 * What becomes of a correction by somebody who did not come through the receipt.
	 */
	public enum StrangerCorrection {

		/** The earlier result stands, the later waits for a person. */
		HOLD,
		/** The later result replaces the earlier. */
		ACCEPT

	}

}
