package io.selftimed.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gauges of the mails that wait for their server, read anew four times a minute. They are
 * of the whole cluster: every replica tells the same. Where no mail server is set, no
 * mail waits.
 */
@Component
class MailMeters {

	private final JdbcClient jdbc;

	private final InstantSource time;

	private volatile Waiting waiting = new Waiting(0, 0);

	MailMeters(MeterRegistry meters, JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
		Gauge.builder("selftimed.mail.waiting", () -> this.waiting.count())
			.description("Mails that wait to be sent")
			.register(meters);
		Gauge.builder("selftimed.mail.oldest.waiting", () -> this.waiting.oldestSeconds())
			.description("Seconds since the oldest of them was written, 0 if there is none")
			.register(meters);
	}

	@Scheduled(initialDelay = 5, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
	void read() {
		Instant now = this.time.instant();
		this.waiting = this.jdbc.sql("select count(*), min(created_at) from mail where next_try_at is not null")
			.query((row, number) -> new Waiting(row.getLong(1), seconds(row.getObject(2, OffsetDateTime.class), now)))
			.single();
	}

	private static double seconds(@Nullable OffsetDateTime oldest, Instant now) {
		return (oldest != null) ? Duration.between(oldest.toInstant(), now).toMillis() / 1000.0 : 0;
	}

	private record Waiting(long count, double oldestSeconds) {
	}

}
