package io.selftimed.submission;

import io.selftimed.race.Event;
import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What the form's script needs to say a pace as the check page does.
 *
 * @param distance the event's distance in millimetres
 * @param unit what the pace is for, in millimetres
 * @param words how it reads, with {@code #} for the time
 */
record PaceFacts(long distance, long unit, String words) {

	/** Of an event in which all go one distance, else null. */
	static @Nullable PaceFacts of(Event event, Wording wording) {
		Event.Distance distance = event.distance();
		return (distance == null) ? null : new PaceFacts(distance.millimetres(),
				wording.paceUnit(distance.millimetres()), wording.paceOf("#", distance.millimetres()));
	}

}
