package io.selftimed.race;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Doubt} and {@link WorldBests}.
 */
class DoubtTests {

	private static final Event FIVE_K = Races.harbor5k();

	private static final Event OWN_DISTANCE = event(null, Event.Limits.NONE);

	private static final Event HALF = event(21_097_500L, Event.Limits.NONE);

	@Test
	void anOrdinaryFinishIsNotDoubted() {
		assertThat(doubts(FIVE_K, "24:31.5", climb(120))).isEmpty();
		assertThat(doubts(FIVE_K, "1:30:00", null)).isEmpty();
		assertThat(doubts(HALF, "1:23:45", climb(2_500))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "1609344,3:43.1", "5000000,12:49", "10000000,26:24", "21097500,56:41", "42195000,1:59:40",
			"50000000,2:38:43", "100000000,5:59:20", "160934400,10:51:39", "319614000,24:00:00" })
	void theBestThereIsIsNotDoubtedAndATenthLessIs(long millimetres, String best) {
		Event event = event(millimetres, Event.Limits.NONE);
		ClockTime time = Times.of(best);
		assertThat(Doubt.in(event, time, null)).isEmpty();
		assertThat(Doubt.in(event, new ClockTime(time.milliseconds() - 100), null)).extracting(Doubt.Reason::doubt)
			.containsExactly(Doubt.FASTER_THAN_ANYBODY);
	}

	@Test
	void betweenTwoDistancesTheStandardLiesBetweenTheirPaces() {
		assertThat(WorldBests.milliseconds(15_000_000)).isBetween(15 * 158_400L, 15 * 161_207L);
		assertThat(WorldBests.milliseconds(7_071_068) / 7_071_068.0).isCloseTo((769_000 / 5e6 + 1_584_000 / 1e7) / 2,
				org.assertj.core.data.Offset.offset(1e-6));
	}

	@Test
	void beyondTheListTheNearestPaceCounts() {
		assertThat(WorldBests.milliseconds(804_672)).isEqualTo(223_100 / 2);
		assertThat(WorldBests.milliseconds(639_228_000)).isEqualTo(48 * 3_600_000);
	}

	@Test
	void standardsGrowWithTheDistance() {
		long before = 0;
		for (long metres = 100; metres < 400_000; metres += 100) {
			long best = WorldBests.milliseconds(metres * 1000);
			assertThat(best).isGreaterThan(before);
			before = best;
		}
	}

	@Test
	void theEventsOwnLimitsAreNamed() {
		Event limited = event(5_000_000L, new Event.Limits(Times.of("15:00"), Times.of("1:00:00"), null));
		assertThat(doubts(limited, "15:00", null)).isEmpty();
		assertThat(doubts(limited, "1:00:00", null)).isEmpty();
		assertThat(Doubt.in(limited, Times.of("14:59.9"), null))
			.containsExactly(reason(Doubt.FASTER_THAN_EXPECTED, Times.of("14:59.9"), Times.of("15:00")));
		assertThat(Doubt.in(limited, Times.of("1:00:00.1"), null))
			.containsExactly(reason(Doubt.SLOWER_THAN_EXPECTED, Times.of("1:00:00.1"), Times.of("1:00:00")));
	}

	@Test
	void minutesInTheBoxOfHoursAreAskedAbout() {
		assertThat(Doubt.in(FIVE_K, Times.of("24:31:00"), null))
			.containsExactly(reason(Doubt.MINUTES_AS_HOURS, Times.of("24:31:00"), Times.of("24:31")));
		assertThat(Doubt.in(FIVE_K, Times.of("24:31:05.5"), null)).extracting(Doubt.Reason::doubt)
			.containsExactly(Doubt.MINUTES_AS_HOURS);
		assertThat(doubts(FIVE_K, "2:30:00", null)).as("a stroll").isEmpty();
		assertThat(doubts(FIVE_K, "2:30:01", null)).as("2:30 is too fast to be meant").isEmpty();
		assertThat(doubts(FIVE_K, "300:00:00", null)).as("300 minutes are no better").isEmpty();
	}

	@Test
	void hoursReadAsMinutesAreAskedAbout() {
		assertThat(Doubt.in(HALF, Times.of("1:23"), null)).containsExactly(
				reason(Doubt.FASTER_THAN_ANYBODY, Times.of("1:23")),
				reason(Doubt.HOURS_AS_MINUTES, Times.of("1:23"), Times.of("1:23:00")));
		assertThat(doubts(HALF, "1:23.5", null)).containsExactly(Doubt.FASTER_THAN_ANYBODY);
		assertThat(doubts(FIVE_K, "00:05", null)).containsExactly(Doubt.FASTER_THAN_ANYBODY);
	}

	@Test
	void moreThan120MetresForAKilometreAreAskedAbout() {
		assertThat(doubts(FIVE_K, "24:31", climb(600))).isEmpty();
		assertThat(Doubt.in(FIVE_K, Times.of("24:31"), climb(601))).containsExactly(reason(Doubt.STEEP, climb(601)));
		assertThat(doubts(FIVE_K, "24:31", new ElevationGain(BigDecimal.valueOf(1968), ElevationGain.Unit.FEET)))
			.isEmpty();
		assertThat(doubts(FIVE_K, "24:31", new ElevationGain(BigDecimal.valueOf(1969), ElevationGain.Unit.FEET)))
			.containsExactly(Doubt.STEEP);
	}

	@Test
	void whoRunsAnOwnDistanceIsDoubtedOnlyByTheEventsLimits() {
		assertThat(doubts(OWN_DISTANCE, "00:01", climb(100_000))).isEmpty();
		assertThat(doubts(OWN_DISTANCE, "999:00:00", null)).isEmpty();
	}

	@Test
	void wordsAreAsTheTableHasThem() {
		assertThat(Doubt.words(Doubt.in(HALF, Times.of("1:23"), null)))
			.isEqualTo("faster-than-anybody,hours-as-minutes");
		assertThat(Doubt.words(List.of())).isEmpty();
	}

	private static List<Doubt> doubts(Event event, String time, @Nullable ElevationGain climb) {
		return Doubt.in(event, Times.of(time), climb).stream().map(Doubt.Reason::doubt).toList();
	}

	private static Doubt.Reason reason(Doubt doubt, Object... arguments) {
		return new Doubt.Reason(doubt, List.of(arguments));
	}

	private static ElevationGain climb(int metres) {
		return new ElevationGain(BigDecimal.valueOf(metres), ElevationGain.Unit.METRES);
	}

	private static Event event(@Nullable Long millimetres, Event.Limits limits) {
		Event like = Races.harbor5k();
		return new Event(like.eventId(), like.race(), like.slug(), like.name(),
				(millimetres != null) ? new Event.Distance(millimetres) : null, like.window(), like.outcomes(),
				like.elevation(), null, null, like.trust(), limits, null);
	}

	/** Clock times as they read. */
	private static final class Times {

		static ClockTime of(String text) {
			String[] parts = ("0:" + text).split(":");
			int last = parts.length - 1;
			return ClockTime.of(Long.parseLong(parts[last - 2]), Long.parseLong(parts[last - 1]),
					new BigDecimal(parts[last]).movePointRight(1).longValueExact());
		}

	}

}
