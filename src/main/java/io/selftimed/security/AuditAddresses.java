package io.selftimed.security;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Drops the addresses of the audit after 90 days; what was done stays. The first look
 * goes back to the beginning, later ones to the one before. Two replicas that do it at
 * once do no harm.
 */
@Repository
class AuditAddresses {

	private static final Duration KEPT = Duration.ofDays(90);

	private final JdbcClient jdbc;

	private final InstantSource time;

	private OffsetDateTime since = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	AuditAddresses(JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	@Scheduled(initialDelay = 7, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void drop() {
		OffsetDateTime before = this.time.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
		this.jdbc.sql("update audit set address = null where at >= :since and at < :before and address is not null")
			.param("since", this.since)
			.param("before", before)
			.update();
		this.since = before.minusHours(1);
	}

}
