package io.selftimed.submission;

import io.selftimed.race.Event;

/**
 * A correction came when the event took no more.
 */
class CorrectionsOver extends RuntimeException {

	private final transient Event event;

	CorrectionsOver(Event event) {
		super("no more corrections in event " + event.eventId());
		this.event = event;
	}

	/** The event it came for. */
	Event event() {
		return this.event;
	}

}
