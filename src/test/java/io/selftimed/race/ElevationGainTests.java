package io.selftimed.race;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ElevationGain}.
 */
class ElevationGainTests {

	@Test
	void countsFeetExactly() {
		assertThat(new ElevationGain(new BigDecimal("1000"), ElevationGain.Unit.FEET).millimetres()).isEqualTo(304_800);
	}

	@Test
	void readsAsTyped() {
		assertThat(new ElevationGain(new BigDecimal("120.50"), ElevationGain.Unit.of("m"))).hasToString("120.50 m");
	}

	@Test
	void isNeverBelowZeroNorAboveAnyMountain() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ElevationGain(new BigDecimal("-1"), ElevationGain.Unit.METRES));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ElevationGain(new BigDecimal("100000.01"), ElevationGain.Unit.METRES));
	}

}
