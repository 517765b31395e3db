package io.selftimed.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import io.selftimed.delivery.Troubles;
import io.selftimed.delivery.Troubles.Pause;
import io.selftimed.notification.Notices.Notice;

import org.springframework.stereotype.Component;

/**
 * Tells a race that its results wait, if they do for longer than a moment, and when that
 * is over. Of a pause that stops nothing of a race, the race hears nothing.
 */
@Component
class PauseWatch implements Watch {

	private static final Duration PAUSE = Duration.ofMinutes(5);

	private static final Duration ABSENCE = Duration.ofMinutes(30);

	private final Troubles troubles;

	private final Notices notices;

	private final RaceFigures figures;

	private final MailWords words;

	private final Mails mails;

	private final InstantSource time;

	PauseWatch(Troubles troubles, Notices notices, RaceFigures figures, MailWords words, Mails mails,
			InstantSource time) {
		this.troubles = troubles;
		this.notices = notices;
		this.figures = figures;
		this.words = words;
		this.mails = mails;
		this.time = time;
	}

	@Override
	public void look() {
		if (!news().isEmpty()) {
			this.notices.alone(() -> news().forEach(Runnable::run));
		}
	}

	/** What is to be told now: each runs in the transaction that writes it down. */
	private List<Runnable> news() {
		List<Pause> pauses = this.troubles.pauses();
		List<Notice> open = this.notices.open();
		List<Runnable> news = new ArrayList<>();
		open.stream()
			.filter((notice) -> pauses.stream().noneMatch((pause) -> isAbout(notice, pause)))
			.forEach((notice) -> news.add(() -> tellEnd(notice)));
		pauses.stream()
			.filter(this::isLong)
			.forEach((pause) -> untold(pause, open).forEach((race) -> news.add(() -> tell(pause, race))));
		return news;
	}

	private boolean isLong(Pause pause) {
		return this.time.instant().isAfter(pause.since().plus(pause.isAway() ? ABSENCE : PAUSE));
	}

	private static List<Long> untold(Pause pause, List<Notice> open) {
		return pause.stopped()
			.stream()
			.map(Troubles.Stopped::raceId)
			.distinct()
			.filter((race) -> open.stream().noneMatch((notice) -> notice.raceId() == race && isAbout(notice, pause)))
			.toList();
	}

	private static boolean isAbout(Notice notice, Pause pause) {
		return notice.about().equals(pause.about()) && notice.cause().equals(pause.cause().word())
				&& notice.since().equals(pause.since());
	}

	private void tell(Pause pause, long raceId) {
		Instant now = this.time.instant();
		this.mails.write(raceId, this.words.pause(this.figures.race(raceId), pause, this.figures.of(raceId)));
		this.notices.told(raceId, pause.about(), pause.cause().word(), pause.since(), now);
	}

	private void tellEnd(Notice notice) {
		boolean wasAway = notice.cause().equals(Troubles.Cause.OUTAGE.word());
		this.mails.write(notice.raceId(), this.words.over(this.figures.race(notice.raceId()), notice.since(), wasAway));
		this.notices.ended(notice, this.time.instant());
	}

}
