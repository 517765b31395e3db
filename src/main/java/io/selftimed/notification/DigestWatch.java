package io.selftimed.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

import io.selftimed.notification.RaceFigures.Figures;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells a race at seven in its own morning what waits for a person, if anything does. A
 * race that is seen for the first time begins with the next morning; a morning that was
 * missed by half a day is left out.
 */
@Component
class DigestWatch implements Watch {

	private static final String CAUSE = "digest";

	private static final LocalTime MORNING = LocalTime.of(7, 0);

	private static final Duration TOO_LATE = Duration.ofHours(12);

	private final JdbcClient jdbc;

	private final Notices notices;

	private final RaceFigures figures;

	private final MailWords words;

	private final Mails mails;

	private final InstantSource time;

	DigestWatch(JdbcClient jdbc, Notices notices, RaceFigures figures, MailWords words, Mails mails,
			InstantSource time) {
		this.jdbc = jdbc;
		this.notices = notices;
		this.figures = figures;
		this.words = words;
		this.mails = mails;
		this.time = time;
	}

	@Override
	public void look() {
		if (!due(this.time.instant()).isEmpty()) {
			this.notices.alone(() -> {
				Instant now = this.time.instant();
				due(now).forEach((race) -> tell(race, now));
			});
		}
	}

	/** The races whose last morning was not thought of. */
	private List<Morning> due(Instant now) {
		return this.jdbc.sql("""
				select r.race_id, r.time_zone, n.since from race r
					left join notice n on n.race_id = r.race_id and n.about = 'race' and n.cause = 'digest'
				order by r.race_id
				""")
			.query((row, number) -> new Morning(row.getLong(1), lastMorning(now, ZoneId.of(row.getString(2))),
					instant(row.getObject(3, OffsetDateTime.class))))
			.list()
			.stream()
			.filter(Morning::isNew)
			.toList();
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
		return (moment != null) ? moment.toInstant() : null;
	}

	private static Instant lastMorning(Instant now, ZoneId zone) {
		ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(MORNING).atZone(zone);
		return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
	}

	private void tell(Morning morning, Instant now) {
		List<Figures> figures = this.figures.of(morning.raceId())
			.stream()
			.filter((event) -> event.held() + event.refused() > 0)
			.toList();
		if (morning.before() != null && !figures.isEmpty() && now.isBefore(morning.at().plus(TOO_LATE))) {
			this.mails.write(morning.raceId(), this.words.digest(this.figures.race(morning.raceId()), figures));
		}
		this.notices.toldAgain(morning.raceId(), CAUSE, morning.at(), now);
	}

	/**
	 * A race's morning.
	 *
	 * @param raceId RunSignup's id of the race
	 * @param at its last seven o'clock
	 * @param before the seven o'clock that was thought of last, null if none was
	 */
	private record Morning(long raceId, Instant at, @Nullable Instant before) {

		boolean isNew() {
			return this.before == null || this.at.isAfter(this.before);
		}

	}

}
