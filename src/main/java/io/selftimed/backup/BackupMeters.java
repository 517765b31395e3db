package io.selftimed.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.selftimed.backup.BackupDesk.Standing;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gauges of the copies, read anew four times a minute: how old the newest is, and whether
 * the last try came to nothing. Where no copies are made, over PostgreSQL, there is none.
 */
@Component
class BackupMeters {

	private final BackupDesk desk;

	private final InstantSource time;

	private final MultiGauge age;

	private final MultiGauge failed;

	BackupMeters(MeterRegistry meters, BackupDesk desk, InstantSource time) {
		this.desk = desk;
		this.time = time;
		this.age = MultiGauge.builder("selftimed.backup.age")
			.description("Seconds since the newest copy of the database was begun")
			.register(meters);
		this.failed = MultiGauge.builder("selftimed.backup.failed")
			.description("Whether the last try to copy the database came to nothing")
			.register(meters);
	}

	@Scheduled(initialDelay = 5, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
	void read() {
		Instant now = this.time.instant();
		Standing standing = this.desk.standing();
		this.age.register(standing.copies()
			.stream()
			.limit(1)
			.<Row<?>>map((copy) -> Row.of(Tags.empty(), Duration.between(copy.begun(), now).toMillis() / 1000.0))
			.toList(), true);
		this.failed.register(
				standing.possible() ? List.of(Row.of(Tags.empty(), (standing.failed() != null) ? 1 : 0)) : List.of(),
				true);
	}

}
