package io.selftimed.organizer.typed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Reads a day and time of the boxes that browsers make for them, also where it was typed
 * as plain text: {@code 2026-08-31T23:59}.
 */
public final class TypedMoment {

	private static final DateTimeFormatter BOX = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

	private TypedMoment() {
	}

	/** The moment on the clocks of a zone, null if it cannot be read. */
	public static @Nullable Instant of(String typed, ZoneId zone) {
		try {
			LocalDateTime time = LocalDateTime.parse(typed.strip().replace(' ', 'T'));
			return (time.getYear() >= 2000 && time.getYear() < 2200) ? time.atZone(zone).toInstant() : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** How a moment goes into the box. */
	public static String text(@Nullable Instant moment, ZoneId zone) {
		return (moment != null) ? BOX.format(moment.atZone(zone)) : "";
	}

}
