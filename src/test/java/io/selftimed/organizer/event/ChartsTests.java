package io.selftimed.organizer.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import io.selftimed.organizer.event.EventFigures.Bucket;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The bars of charts: where they begin and end, and that none loses a count.
 */
class ChartsTests {

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	private static Bucket hour(String moment, long count) {
		return new Bucket(Instant.parse(moment).getEpochSecond() / 3600, count);
	}

	private static List<Chart.Counted> submitted(Bucket... hours) {
		return Charts.submitted(List.of(hours), NEW_YORK).bars().stream().map(Chart.Bar::counted).toList();
	}

	@Test
	void twoDaysAreDrawnByTheHourOfTheRace() {
		List<Chart.Counted> bars = submitted(hour("2026-08-01T16:00:00Z", 3), hour("2026-08-01T18:00:00Z", 1));
		assertThat(bars).extracting(Chart.Counted::label, Chart.Counted::count)
			.containsExactly(tuple("Aug 1, 12:00", 3L), tuple("Aug 1, 13:00", 0L), tuple("Aug 1, 14:00", 1L));
		assertThat(bars.getFirst().link()).isEqualTo("since=2026-08-01T12:00&until=2026-08-01T13:00");
	}

	@Test
	void moreAreDrawnByTheDayOfTheRace() {
		List<Chart.Counted> bars = submitted(hour("2026-08-01T03:00:00Z", 3), hour("2026-08-01T04:00:00Z", 4),
				hour("2026-08-05T16:00:00Z", 1));
		assertThat(bars).extracting(Chart.Counted::label).startsWith("Jul 31", "Aug 1").endsWith("Aug 5").hasSize(6);
		assertThat(bars).extracting(Chart.Counted::count).containsExactly(3L, 4L, 0L, 0L, 0L, 1L);
		assertThat(bars.get(1).link()).isEqualTo("since=2026-08-01T00:00&until=2026-08-02T00:00");
	}

	@Test
	void aYearIsDrawnByTheWeek() {
		assertThat(submitted(hour("2026-01-01T12:00:00Z", 1), hour("2026-12-31T12:00:00Z", 2))).hasSize(53);
	}

	@Test
	void timesFallIntoBarsOfARoundWidth() {
		List<Chart.Counted> bars = TimeBars.of(LongStream.range(60, 180).mapToObj((at) -> new Bucket(at, 1)).toList());
		assertThat(bars).hasSize(16);
		assertThat(bars.getFirst())
			.isEqualTo(new Chart.Counted("14:00", null, 4, "state=counting&timeFrom=14:00&timeTo=16:00"));
		assertThat(bars.getLast().label()).isEqualTo("44:00");
		assertThat(bars.stream().mapToLong(Chart.Counted::count).sum()).isEqualTo(120);
	}

	@Test
	void theFewThatAreFarOutFallIntoTheLastBar() {
		List<Bucket> times = new ArrayList<>(LongStream.range(60, 180).mapToObj((at) -> new Bucket(at, 10)).toList());
		times.addFirst(new Bucket(2, 1));
		times.add(new Bucket(40_000, 2));
		List<Chart.Counted> bars = TimeBars.of(times);
		assertThat(bars).hasSizeLessThan(26);
		assertThat(bars.getFirst().edge()).isEqualTo("under");
		assertThat(bars.getFirst().link()).doesNotContain("timeFrom").contains("timeTo");
		assertThat(bars.getLast().edge()).isEqualTo("over");
		assertThat(bars.getLast().link()).contains("timeFrom").doesNotContain("timeTo");
		assertThat(bars.stream().mapToLong(Chart.Counted::count).sum()).isEqualTo(1203);
	}

	@Test
	void hoursReadAsHours() {
		assertThat(TimeBars.of(List.of(new Bucket(252, 1))).getFirst().link())
			.isEqualTo("state=counting&timeFrom=1:03:00&timeTo=1:03:15");
	}

	@Test
	void anEventWithoutSubmissionsHasNoChart() {
		assertThat(Charts.submitted(List.of(), NEW_YORK).isEmpty()).isTrue();
		assertThat(Chart.of("time", TimeBars.of(List.of())).isEmpty()).isTrue();
	}

}
