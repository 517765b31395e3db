package io.selftimed.organizer.submissions;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * Moments as both databases take them.
 */
final class Moments {

	private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

	private Moments() {
	}

	static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
		return (moment != null) ? moment.atOffset(ZoneOffset.UTC) : null;
	}

	static Instant orEarliest(@Nullable Instant moment) {
		return (moment != null) ? moment : EARLIEST;
	}

	static Instant orLatest(@Nullable Instant moment) {
		return (moment != null) ? moment : LATEST;
	}

}
