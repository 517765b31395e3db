package io.selftimed.delivery;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.selftimed.runsignup.ReadAnswer;
import io.selftimed.runsignup.RunSignupReads;
import io.selftimed.runsignup.VirtualSettings;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Until when RunSignup takes results of an event, as it says itself: asked for as soon as
 * the event is set up or opened again, then every hour until it closes, and kept where it
 * does not answer.
 */
@Component
class RemoteClosing {

	private static final Duration EVERY = Duration.ofHours(1);

	private final JdbcClient jdbc;

	private final RunSignupReads reads;

	private final Chores chores;

	private final InstantSource time;

	RemoteClosing(JdbcClient jdbc, RunSignupReads reads, Chores chores, InstantSource time) {
		this.jdbc = jdbc;
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
			unclosed("").forEach(this::ask);
		}
	}

	/** Those that nobody asked for yet; of two replicas one does. */
	@Scheduled(initialDelay = 15, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void askAtOnce() {
		unclosed("and remote_asked_at is null").stream().filter(this::isOurs).forEach(this::ask);
	}

	private List<Place> unclosed(String which) {
		return this.jdbc.sql("select race_id, event_id from event where closes_at > :now " + which)
			.param("now", now())
			.query((row, number) -> new Place(row.getLong(1), row.getLong(2)))
			.list();
	}

	private boolean isOurs(Place event) {
		return this.jdbc
			.sql("update event set remote_asked_at = :now where event_id = :event and remote_asked_at is null")
			.param("now", now())
			.param("event", event.eventId())
			.update() == 1;
	}

	private OffsetDateTime now() {
		return this.time.instant().atOffset(ZoneOffset.UTC);
	}

	private void ask(Place event) {
		ReadAnswer<VirtualSettings> answer = this.reads.virtualSettings(event.raceId(), event.eventId());
		if (answer instanceof ReadAnswer.Found<VirtualSettings>(VirtualSettings settings)) {
			Instant until = settings.acceptsResultsUntil();
			this.jdbc
				.sql("update event set remote_accepts_until = :until, remote_asked_at = :now where event_id = :event")
				.param("now", now())
				.param("until", (until != null) ? until.atOffset(ZoneOffset.UTC) : null, Types.TIMESTAMP_WITH_TIMEZONE)
				.param("event", event.eventId())
				.update();
		}
	}

	/**
	 * An event at RunSignup.
	 */
	private record Place(long raceId, long eventId) {
	}

}
