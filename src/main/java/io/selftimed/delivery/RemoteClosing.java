package io.selftimed.delivery;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.selftimed.race.Event;
import io.selftimed.race.EventCatalog;
import io.selftimed.runsignup.ReadAnswer;
import io.selftimed.runsignup.RunSignupReads;
import io.selftimed.runsignup.VirtualSettings;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Until when RunSignup takes results of an event, as it says itself: asked for every hour
 * while the event is open, and kept where it does not answer.
 */
@Component
class RemoteClosing {

	private static final Duration EVERY = Duration.ofHours(1);

	private final JdbcClient jdbc;

	private final EventCatalog events;

	private final RunSignupReads reads;

	private final Chores chores;

	private final InstantSource time;

	RemoteClosing(JdbcClient jdbc, EventCatalog events, RunSignupReads reads, Chores chores, InstantSource time) {
		this.jdbc = jdbc;
		this.events = events;
		this.reads = reads;
		this.chores = chores;
		this.time = time;
	}

	/** When RunSignup stops taking results of an event, empty if that is not known. */
	Optional<Instant> of(long eventId) {
		return this.jdbc.sql("select remote_accepts_until from event where event_id = :event")
			.param("event", eventId)
			.query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
			.optional()
			.flatMap((until) -> until)
			.map(OffsetDateTime::toInstant);
	}

	@Scheduled(initialDelay = 20, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
	void ask() {
		if (this.chores.takeOver("closing", EVERY)) {
			this.events.openAt(this.time.instant()).forEach(this::ask);
		}
	}

	private void ask(Event event) {
		ReadAnswer<VirtualSettings> answer = this.reads.virtualSettings(event.race().raceId(), event.eventId());
		if (answer instanceof ReadAnswer.Found<VirtualSettings>(VirtualSettings settings)) {
			Instant until = settings.acceptsResultsUntil();
			this.jdbc.sql("update event set remote_accepts_until = :until where event_id = :event")
				.param("until", (until != null) ? until.atOffset(ZoneOffset.UTC) : null, Types.TIMESTAMP_WITH_TIMEZONE)
				.param("event", event.eventId())
				.update();
		}
	}

}
