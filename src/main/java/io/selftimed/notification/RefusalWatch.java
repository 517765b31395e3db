package io.selftimed.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Tells a race which results RunSignup newly refused: a minute after the first, so that
 * one mail names many, and at most once an hour.
 */
@Component
class RefusalWatch implements Watch {

	private static final String CAUSE = "refused";

	private static final Duration GATHERING = Duration.ofMinutes(1);

	private static final Duration BETWEEN = Duration.ofHours(1);

	private final Refusals refusals;

	private final Notices notices;

	private final RaceFigures figures;

	private final MailWords words;

	private final Mails mails;

	private final InstantSource time;

	RefusalWatch(Refusals refusals, Notices notices, RaceFigures figures, MailWords words, Mails mails,
			InstantSource time) {
		this.refusals = refusals;
		this.notices = notices;
		this.figures = figures;
		this.words = words;
		this.mails = mails;
		this.time = time;
	}

	@Override
	public void look() {
		if (!untold().isEmpty()) {
			this.notices.alone(() -> untold().forEach(this::tell));
		}
	}

	/** The races that may be told something now. */
	private List<Long> untold() {
		Instant now = this.time.instant();
		return this.refusals.races(now.minus(GATHERING)).stream().filter((race) -> mayHear(race, now)).toList();
	}

	private boolean mayHear(long raceId, Instant now) {
		return this.notices.lastTold(raceId, CAUSE).map((last) -> !now.isBefore(last.plus(BETWEEN))).orElse(true);
	}

	private void tell(long raceId) {
		Map<Long, Long> counts = this.refusals.take(raceId);
		if (!counts.isEmpty()) {
			Instant now = this.time.instant();
			this.mails.write(raceId, this.words.refusals(this.figures.race(raceId), this.figures.of(raceId), counts));
			this.notices.toldAgain(raceId, CAUSE, now, now);
		}
	}

}
