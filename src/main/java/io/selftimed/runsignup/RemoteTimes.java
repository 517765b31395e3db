package io.selftimed.runsignup;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times as RunSignup writes them. What cannot be read is null.
 */
final class RemoteTimes {

	/** The zone of every date that is not of an event. */
	static final ZoneId EASTERN = ZoneId.of("America/New_York");

	private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter
		.ofPattern("M/d/uuuu H:mm[:ss]", Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	private static final Pattern CLOCK_TIME = Pattern
		.compile("(?:([0-9]{1,4}):)?([0-9]{1,2}):([0-9]{1,2}(?:\\.[0-9]{1,6})?)");

	private static final long LAST_SECOND = 253_402_300_799L;

	private RemoteTimes() {
	}

	/**
	 * A date and time such as {@code 3/20/2019 09:00}.
	 * @param text the text
	 * @param zone where it is meant, null if unknown
	 */
	static @Nullable Instant instant(String text, @Nullable ZoneId zone) {
		try {
			return (zone != null) ? LocalDateTime.parse(text, DATE_AND_TIME).atZone(zone).toInstant() : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** Seconds since 1970; 0 is no time. */
	static @Nullable Instant instant(@Nullable Long seconds) {
		return (seconds != null && seconds > 0 && seconds <= LAST_SECOND) ? Instant.ofEpochSecond(seconds) : null;
	}

	/** A date such as {@code 1986-01-06}. */
	static @Nullable LocalDate date(String text) {
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** A zone by its name. */
	static @Nullable ZoneId zone(String name) {
		try {
			return ZoneId.of(name);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** A clock time such as {@code 17:00} or {@code 1:02:03.4}, in milliseconds. */
	static @Nullable Long clockTime(String text) {
		Matcher parts = CLOCK_TIME.matcher(text.strip());
		if (!parts.matches()) {
			return null;
		}
		long hours = (parts.group(1) != null) ? Long.parseLong(parts.group(1)) : 0;
		long seconds = (hours * 60 + Long.parseLong(parts.group(2))) * 60;
		return new BigDecimal(parts.group(3)).add(BigDecimal.valueOf(seconds)).movePointRight(3).longValue();
	}

	/** The smallest step that a clock time can show, in milliseconds, 1 or more. */
	static long fineness(String clockTime) {
		int point = clockTime.strip().indexOf('.');
		int decimals = (point < 0) ? 0 : clockTime.strip().length() - point - 1;
		return BigDecimal.ONE.movePointRight(3 - Math.min(decimals, 3)).longValue();
	}

}
