package io.selftimed.submission;

import java.time.Instant;
import java.time.ZoneId;

import io.selftimed.race.Event;
import io.selftimed.web.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What the runners' pages say of an event.
 *
 * @param slug its name in addresses
 * @param name its name
 * @param race the name of its race
 * @param distance its distance
 * @param pace how its paces read, null if each runner goes their own distance
 * @param opens when results are taken first, in the race's zone
 * @param closes when results are taken no more, in the race's zone
 * @param contact whom to ask
 * @param opensAt when results are taken first
 * @param closesAt when results are taken no more
 * @param zone the race's zone
 */
record EventFacts(String slug, String name, String race, String distance, @Nullable PaceFacts pace, String opens,
		String closes, String contact, Instant opensAt, Instant closesAt, ZoneId zone) {

	static EventFacts of(Event event, Wording wording) {
		Event.Distance distance = event.distance();
		ZoneId zone = event.race().zone();
		return new EventFacts(event.slug(), event.name(), event.race().name(),
				wording.distance((distance != null) ? distance.millimetres() : null), PaceFacts.of(event, wording),
				wording.momentWithZone(event.window().opensAt(), zone),
				wording.momentWithZone(event.window().closesAt(), zone), event.race().contact(),
				event.window().opensAt(), event.window().closesAt(), zone);
	}

}
