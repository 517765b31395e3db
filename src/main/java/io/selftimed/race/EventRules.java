package io.selftimed.race;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.selftimed.race.Verdict.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an event, as an owner sets them and as far as each could be read.
 *
 * @param name its name for people
 * @param distance the distance, null if each runner goes their own
 * @param window when results are taken
 * @param outcomes the outcomes a runner may choose
 * @param elevation whether elevation gain is asked for
 * @param tally what is counted, and its limits
 * @param trust who is believed, and what a person looks at first
 * @param limits doubted times, and until when corrections are taken
 * @param delivery what goes to RunSignup, and when
 * @param notes the organizers' words above the form, null for none
 * @param contact whom its runners ask, null for whom the race names
 */
public record EventRules(String name, Event.@Nullable Distance distance, Window window, Set<Outcome> outcomes,
		Event.Elevation elevation, Tally tally, Event.Trust trust, Event.Limits limits, Delivery delivery,
		@Nullable String notes, @Nullable String contact) {

	private static final int NAME = 200;

	private static final int NOTES = 2000;

	private static final int CONTACT = 200;

	private static final Duration LONGEST_SETTLING = Duration.ofDays(7);

	/** What stands against them, each at its field; empty if they can be kept. */
	public List<Refused> refusals() {
		List<Refused> refusals = new ArrayList<>();
		if (this.name.isBlank() || this.name.length() > NAME || RaceProfile.unkept(this.name)) {
			refusals.add(RaceProfile.refused("name", "organizer.refusal.name", String.valueOf(NAME)));
		}
		NewEvent.refuseWindow(refusals, this.window.opensAt, this.window.closesAt);
		if (this.outcomes.isEmpty()) {
			refusals.add(RaceProfile.refused("outcomes", "organizer.refusal.outcomes"));
		}
		refuseLimits(refusals);
		if (this.delivery.settleDelay != null && (this.delivery.settleDelay.isNegative()
				|| this.delivery.settleDelay.compareTo(LONGEST_SETTLING) > 0)) {
			refusals.add(RaceProfile.refused("settleDelay", "organizer.refusal.settleDelay"));
		}
		if (this.notes != null && (this.notes.length() > NOTES || RaceProfile.unkept(this.notes))) {
			refusals.add(RaceProfile.refused("notes", "organizer.refusal.words", String.valueOf(NOTES)));
		}
		if (this.contact != null
				&& (this.contact.isBlank() || this.contact.length() > CONTACT || RaceProfile.unkept(this.contact))) {
			refusals.add(RaceProfile.refused("contact", "organizer.refusal.contact", String.valueOf(CONTACT)));
		}
		return refusals;
	}

	private void refuseLimits(List<Refused> refusals) {
		ClockTime fastest = this.limits.fastest();
		ClockTime slowest = this.limits.slowest();
		if (fastest != null && slowest != null && slowest.milliseconds() <= fastest.milliseconds()) {
			refusals.add(RaceProfile.refused("slowest", "organizer.refusal.slowest.order"));
		}
		BigDecimal least = this.tally.limits.least();
		BigDecimal most = this.tally.limits.most();
		if (least != null && most != null && most.compareTo(least) < 0) {
			refusals.add(RaceProfile.refused("tallyMost", "organizer.refusal.tallyMost.order"));
		}
		if (this.tally.label == null && (least != null || most != null)) {
			refusals.add(RaceProfile.refused("tallyLabel", "organizer.refusal.tallyLabel.limits"));
		}
		Instant corrections = this.limits.correctionsUntil();
		if (corrections != null && this.window.closesAt != null && corrections.isAfter(this.window.closesAt)) {
			refusals.add(RaceProfile.refused("correctionsUntil", "organizer.refusal.correctionsUntil"));
		}
	}

	/**
	 * An event as runners would meet it under these rules.
	 * @param event as it is
	 * @param raceContact whom the race names
	 * @param now the window of a preview is open around this moment if it could not be
	 * read
	 */
	public Event onto(Event event, String raceContact, Instant now) {
		Event.Race race = event.race();
		Instant opens = (this.window.opensAt != null) ? this.window.opensAt : now;
		Instant closes = (this.window.closesAt != null) ? this.window.closesAt : now.plus(Duration.ofDays(1));
		return new Event(event.eventId(),
				new Event.Race(race.raceId(), race.name(), this.window.zone,
						(this.contact != null) ? this.contact : raceContact, race.privacyNotice()),
				event.slug(), this.name, this.distance, new Event.Window(opens, closes), this.outcomes, this.elevation,
				this.tally.label, event.individualResultSetId(), this.trust, this.limits, this.delivery.settleDelay,
				this.tally.limits, this.notes);
	}

	/**
	 * When results are taken.
	 *
	 * @param zone the zone of the event's clocks
	 * @param opensAt the first moment, null if it could not be read
	 * @param closesAt the first moment after, null if it could not be read
	 */
	public record Window(ZoneId zone, @Nullable Instant opensAt, @Nullable Instant closesAt) {

	}

	/**
	 * What is counted beside the time.
	 *
	 * @param label what it counts, null for no tally
	 * @param limits what it may be
	 */
	public record Tally(@Nullable String label, Event.TallyLimits limits) {

	}

	/**
	 * What goes to RunSignup, and when.
	 *
	 * @param settleDelay how long an accepted result waits, null for the installation's
	 * own
	 * @param withdrawalOutcome what a withdrawal sends
	 * @param individualResultSetId the result set to name, null to name none
	 */
	public record Delivery(@Nullable Duration settleDelay, Outcome withdrawalOutcome,
			@Nullable Long individualResultSetId) {

	}

}
