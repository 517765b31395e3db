package io.selftimed.race;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Sets events up. What is written is told to the audit and opens the event's gates at
 * RunSignup, as whatever closed them may be mended; nothing here calls RunSignup.
 */
public interface EventSetup {

	/**
	 * Opens an event of a race with the safest rules: by last name, every outcome but
	 * disqualifications, elevation gain optional, nothing reviewed, strangers'
	 * corrections held. RunSignup tells of no event whether it allows elevation gain; it
	 * refuses results without it where it does, and takes no notice of it where it does
	 * not.
	 * @param event without refusals
	 */
	Opening open(long raceId, NewEvent event);

	/** An event as it is set up, empty if it is not known here. */
	Optional<Described> describe(long eventId);

	/**
	 * Changes the rules of an event.
	 * @param version the version that was described
	 * @param rules without refusals
	 */
	RaceSetup.Change change(long eventId, int version, EventRules rules);

	/**
	 * Moves the end of an event's window, such as to open a closed one again.
	 * @param version the version that was described
	 */
	RaceSetup.Change closeAt(long eventId, int version, Instant closesAt);

	/** Those of these events that are known here, in whatever race. */
	Set<Long> known(Set<Long> eventIds);

	/** A name in addresses that no event has, made of one that was wished for. */
	String freeSlug(String wished);

	/**
	 * What came of opening an event.
	 */
	enum Opening {

		/** It is open. */
		DONE,
		/** An event with its id is there already. */
		ID_TAKEN,
		/** Another event has its name in addresses. */
		SLUG_TAKEN

	}

	/**
	 * An event as it is set up.
	 *
	 * @param event the event as runners meet it
	 * @param rules its rules
	 * @param version counts changes
	 * @param remoteAcceptsUntil until when RunSignup takes results, null if unknown
	 * @param raceContact whom the race names for runners to ask
	 */
	record Described(Event event, EventRules rules, int version, @Nullable Instant remoteAcceptsUntil,
			String raceContact) {
	}

}
