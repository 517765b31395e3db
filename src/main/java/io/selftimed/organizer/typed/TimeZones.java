package io.selftimed.organizer.typed;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * The time zones that a form proposes: those named after a city, and the one where a day
 * ends last.
 */
public final class TimeZones {

	/** Twelve hours behind UTC: "anywhere on Earth". */
	public static final String ANYWHERE = "Etc/GMT+12";

	private static final Set<String> REGIONS = Set.of("Africa", "America", "Antarctica", "Asia", "Atlantic",
			"Australia", "Europe", "Indian", "Pacific");

	private static final List<String> NAMES = ZoneId.getAvailableZoneIds()
		.stream()
		.filter((name) -> name.contains("/") && REGIONS.contains(name.substring(0, name.indexOf('/'))))
		.sorted()
		.toList();

	private TimeZones() {
	}

	/** Their names, in their own order. */
	public static List<String> names() {
		return NAMES;
	}

}
