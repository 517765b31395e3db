package io.selftimed.race;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * Events for tests.
 */
public final class Races {

	/** A moment inside every open window. */
	public static final Instant NOON = Instant.parse("2026-07-04T16:00:00Z");

	private static final Event.Race HARBOR_LIGHTS = new Event.Race(4100, "Harbor Lights", ZoneId.of("America/New_York"),
			"results@harborlights.example");

	private static final Event.Trust TRUST = new Event.Trust(Event.Identity.LAST_NAME, Event.StrangerCorrection.ACCEPT,
			Event.Review.NONE);

	private Races() {
	}

	/** 5 km, elevation gain optional, no tally. */
	public static Event harbor5k() {
		return event(Event.Elevation.OPTIONAL, null, Set.of(Outcome.FINISHED, Outcome.DNF, Outcome.DNS));
	}

	/** The same, with another way of showing whose bib it is. */
	public static Event harbor5k(Event.Identity identity) {
		Event event = harbor5k();
		return new Event(event.eventId(), event.race(), event.slug(), event.name(), event.distance(), event.window(),
				event.outcomes(), event.elevation(), event.tallyLabel(), event.individualResultSetId(),
				new Event.Trust(identity, event.trust().strangerCorrection(), event.trust().review()), event.limits(),
				event.settleDelay());
	}

	/** Elevation gain required, tally in miles. */
	public static Event harborMiles() {
		return event(Event.Elevation.REQUIRED, "miles", Set.of(Outcome.FINISHED, Outcome.DNF, Outcome.DNS));
	}

	/** No elevation gain, and only finishers. */
	public static Event finishersOnly() {
		return event(Event.Elevation.OFF, null, EnumSet.of(Outcome.FINISHED));
	}

	private static Event event(Event.Elevation elevation, @org.jspecify.annotations.Nullable String tally,
			Set<Outcome> outcomes) {
		return new Event(41001, HARBOR_LIGHTS, "harbor-5k", "Harbor 5K", new Event.Distance(5_000_000),
				new Event.Window(Instant.parse("2026-07-01T04:00:00Z"), Instant.parse("2026-08-01T04:00:00Z")),
				outcomes, elevation, tally, null, TRUST, Event.Limits.NONE, null);
	}

}
