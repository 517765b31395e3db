package io.selftimed.organizer.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.event.EventFigures.Bucket;

import org.springframework.stereotype.Component;

/**
 * Draws what came when, and how the times that count are spread.
 */
@Component
class Charts {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);

	private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.ENGLISH);

	private static final DateTimeFormatter ADDRESS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

	/** Up to so many hours are drawn hour by hour. */
	private static final long HOURS = 48;

	/** Up to so many days are drawn day by day, more week by week. */
	private static final long DAYS = 62;

	private final EventFigures figures;

	Charts(EventFigures figures) {
		this.figures = figures;
	}

	List<Chart> of(EventVisit visit) {
		return List.of(submitted(this.figures.buckets(visit.eventId(), "submitted"), visit.race().zone()),
				Chart.of("time", TimeBars.of(this.figures.buckets(visit.eventId(), "time"))));
	}

	static Chart submitted(List<Bucket> hours, ZoneId zone) {
		if (hours.isEmpty()) {
			return Chart.of("submitted", List.of());
		}
		LocalDateTime first = local(hours.getFirst(), zone);
		LocalDateTime last = local(hours.getLast(), zone);
		boolean hourly = Duration.between(first, last).toHours() < HOURS;
		LocalDateTime start = hourly ? first : first.truncatedTo(ChronoUnit.DAYS);
		boolean daily = ChronoUnit.DAYS.between(start, last) < DAYS;
		Duration step = hourly ? Duration.ofHours(1) : Duration.ofDays(daily ? 1 : 7);
		long[] counts = new long[Math.toIntExact(Duration.between(start, last).dividedBy(step)) + 1];
		for (Bucket hour : hours) {
			counts[Math.toIntExact(Duration.between(start, local(hour, zone)).dividedBy(step))] += hour.count();
		}
		return Chart.of("submitted", bars(start, step, counts, hourly ? HOUR : DAY));
	}

	private static List<Chart.Counted> bars(LocalDateTime start, Duration step, long[] counts,
			DateTimeFormatter label) {
		List<Chart.Counted> bars = new ArrayList<>();
		for (int bar = 0; bar < counts.length; bar++) {
			LocalDateTime from = start.plus(step.multipliedBy(bar));
			bars.add(new Chart.Counted(label.format(from), null, counts[bar],
					"since=" + ADDRESS.format(from) + "&until=" + ADDRESS.format(from.plus(step))));
		}
		return bars;
	}

	private static LocalDateTime local(Bucket hour, ZoneId zone) {
		return LocalDateTime.ofInstant(Instant.ofEpochSecond(hour.at() * 3600), zone);
	}

}
