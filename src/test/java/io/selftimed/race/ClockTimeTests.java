package io.selftimed.race;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ClockTime}.
 */
class ClockTimeTests {

	@Test
	void readsWithoutHoursWhereThereAreNone() {
		assertThat(ClockTime.of(0, 24, 315)).hasToString("24:31.5");
	}

	@Test
	void readsWithoutTenthsWhereThereAreNone() {
		assertThat(ClockTime.of(1, 2, 30)).hasToString("1:02:03");
	}

	@Test
	void hasNoZero() {
		assertThatIllegalArgumentException().isThrownBy(() -> ClockTime.of(0, 0, 0));
	}

	@Test
	void endsWhereItsFormatEnds() {
		assertThat(ClockTime.of(999, 59, 599).milliseconds()).isEqualTo(ClockTime.LONGEST);
		assertThatIllegalArgumentException().isThrownBy(() -> ClockTime.of(1000, 0, 0));
	}

	@Property
	void saysExactlyWhatItIs(@ForAll @LongRange(min = 1, max = ClockTime.LONGEST / 100) long tenths) {
		ClockTime time = new ClockTime(tenths * 100);
		assertThat(tenthsOf(time.toString())).isEqualTo(tenths);
	}

	private static long tenthsOf(String reading) {
		long tenths = 0;
		for (String part : reading.split("\\.")[0].split(":")) {
			tenths = tenths * 60 + Long.parseLong(part);
		}
		return tenths * 10 + (reading.contains(".") ? Long.parseLong(reading.split("\\.")[1]) : 0);
	}

}
