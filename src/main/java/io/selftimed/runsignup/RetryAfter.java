package io.selftimed.runsignup;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * Reads the header {@code Retry-After}: seconds or a date.
 *
 * @param time asked only when it names a date
 */
record RetryAfter(InstantSource time) {

	/**
	 * How long to wait.
	 * @param header the header, null if there is none
	 * @return not negative; null if it does not say
	 */
	@Nullable Duration wait(@Nullable String header) {
		if (header == null) {
			return null;
		}
		String text = header.strip();
		if (text.matches("\\d{1,9}")) {
			return Duration.ofSeconds(Long.parseLong(text));
		}
		try {
			Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
			Duration wait = Duration.between(this.time.instant(), date);
			return wait.isNegative() ? Duration.ZERO : wait;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
