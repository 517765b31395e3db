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
 * @param trust who is believed, and what a person looks at first
 * @param limits the times beyond which a result is doubted, and until when it may be
 * corrected
 * @param settleDelay how long an accepted result waits before delivery, null for the
 * installation's own
 * @param tallyLimits what a tally may be
 * @param notes the organizers' words to runners above the form, null for none
 */
public record Event(long eventId, Race race, String slug, String name, @Nullable Distance distance, Window window,
		Set<Outcome> outcomes, Elevation elevation, @Nullable String tallyLabel, @Nullable Long individualResultSetId,
		Trust trust, Limits limits, @Nullable Duration settleDelay, TallyLimits tallyLimits, @Nullable String notes) {

	/** An event without limits of its tally and without notes. */
	public Event(long eventId, Race race, String slug, String name, @Nullable Distance distance, Window window,
			Set<Outcome> outcomes, Elevation elevation, @Nullable String tallyLabel,
			@Nullable Long individualResultSetId, Trust trust, Limits limits, @Nullable Duration settleDelay) {
		this(eventId, race, slug, name, distance, window, outcomes, elevation, tallyLabel, individualResultSetId, trust,
				limits, settleDelay, TallyLimits.NONE, null);
	}

	/**
	 * Whether runners of this event state a tally.
	 */
	public boolean hasTally() {
		return this.tallyLabel != null;
	}

	/**
	 * Until when runners may correct and withdraw: as long as the event says, and never
	 * after its window.
	 */
	public Instant correctionsEnd() {
		Instant until = this.limits.correctionsUntil();
		return (until != null && until.isBefore(this.window.closesAt())) ? until : this.window.closesAt();
	}

	/** Whether runners may correct and withdraw at this moment. */
	public boolean takesCorrectionsAt(Instant moment) {
		return moment.isBefore(correctionsEnd());
	}

	/**
	 * The race of an event.
	 *
	 * @param raceId RunSignup's id of the race
	 * @param name its name for people
	 * @param zone the time zone of its clocks
	 * @param contact whom a runner asks, the event's own if it has one: an address or a
	 * phone number
	 * @param privacyNotice its own words about privacy, null for the common ones
	 */
	public record Race(long raceId, String name, ZoneId zone, String contact, @Nullable String privacyNotice) {

		/** A race that leaves privacy to the common words. */
		public Race(long raceId, String name, ZoneId zone, String contact) {
			this(raceId, name, zone, contact, null);
		}

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
	 * Who is believed, and what a person looks at first.
	 *
	 * @param identity how a runner shows to be the one of the bib
	 * @param strangerCorrection what becomes of a correction by somebody who did not come
	 * through the receipt
	 * @param review which submissions wait for a person
	 */
	public record Trust(Identity identity, StrangerCorrection strangerCorrection, Review review) {

	}

	/**
	 * Limits that leave the last word to people.
	 *
	 * @param fastest a time below it is doubted, null for no limit
	 * @param slowest a time above it is doubted, null for no limit
	 * @param correctionsUntil the first moment at which runners may no longer correct or
	 * withdraw, null for the end of the window; never later than that
	 */
	public record Limits(@Nullable ClockTime fastest, @Nullable ClockTime slowest, @Nullable Instant correctionsUntil) {

		/** No limit at all. */
		public static final Limits NONE = new Limits(null, null, null);

	}

	/**
	 * What a tally may be.
	 *
	 * @param least a tally below it is refused, null for no limit
	 * @param most a tally above it is refused, null for no limit
	 */
	public record TallyLimits(@Nullable BigDecimal least, @Nullable BigDecimal most) {

		/** No limit at all. */
		public static final TallyLimits NONE = new TallyLimits(null, null);

	}

	/**
	 * How a runner shows to be the one of the bib.
	 */
	public enum Identity {

		/** By the last name on the roster. */
		LAST_NAME,
		/** By the birth date on the roster. */
		BIRTH_DATE,
		/** By a link that is sent to the roster's e-mail address. */
		EMAIL_LINK,
		/** Not at all: each submission waits for a person. */
		BIB_ONLY

	}

	/**
	 * Which submissions wait for a person.
	 */
	public enum Review {

		/** None but those whose runner is in doubt. */
		NONE,
		/** Those with a doubt. */
		DOUBTFUL,
		/** Every one. */
		ALL

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
