package io.selftimed.delivery;

import java.util.List;

import io.selftimed.delivery.Standing.Finding;
import io.selftimed.runsignup.RemoteResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a row of RunSignup's results says of a result of 24:31.5.
 */
class StandingTests {

	private static final long SENT = 1_471_500;

	private static Standing sent(@Nullable Long milliseconds) {
		return new Standing(1, 1, milliseconds, false, false);
	}

	private static RemoteResult shown(String clockTime) {
		return new RemoteResult(600_101, null, 101L, 1L, clockTime);
	}

	private static Finding compared(String clockTime) {
		return sent(SENT).compare(List.of(shown(clockTime)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "24:31.5", "0:24:31.5", "00:24:31.50", "000:24:31.5", " 24:31.500 ", "24:31", "24:32" })
	void theSameTimeIsTheSameInEveryShape(String clockTime) {
		assertThat(compared(clockTime)).isEqualTo(new Finding.AsSent());
	}

	@Test
	void anotherTimeDiffers() {
		assertThat(compared("24:31.6")).isEqualTo(new Finding.Differs(1_471_600));
		assertThat(compared("24:31.4")).isEqualTo(new Finding.Differs(1_471_400));
		assertThat(compared("24:33")).isEqualTo(new Finding.Differs(1_473_000));
		assertThat(compared("24:30")).isEqualTo(new Finding.Differs(1_470_000));
		assertThat(compared("24:31.55")).isEqualTo(new Finding.Differs(1_471_550));
		assertThat(compared("1:24:31.5")).isEqualTo(new Finding.Differs(SENT + 3_600_000));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "DNF", "DQ", "24m 31s", "1471.5", "--", "24:31,5" })
	void whatCannotBeReadIsThereAndNotCompared(String clockTime) {
		assertThat(compared(clockTime)).isEqualTo(new Finding.Shown());
	}

	@ParameterizedTest
	@ValueSource(strings = { "DNF", "", "24:31.5" })
	void ofADnfNoTimeIsCompared(String clockTime) {
		assertThat(sent(null).compare(List.of(shown(clockTime)))).isEqualTo(new Finding.Shown());
	}

	@Test
	void ofTwoRowsForOneRunnerTheOneAsSentCounts() {
		assertThat(sent(SENT).compare(List.of(shown("20:00"), shown("24:31.5")))).isEqualTo(new Finding.AsSent());
		assertThat(sent(SENT).compare(List.of(shown("20:00"), shown("21:00")))).isEqualTo(new Finding.Shown());
		Standing seenOnAnotherPage = new Standing(1, 1, SENT, true, true);
		assertThat(seenOnAnotherPage.compare(List.of(shown("20:00")))).isEqualTo(new Finding.Shown());
	}

	@Test
	void whatMayWaitForADirectorIsNotMissed() {
		assertThat(sent(SENT).isMissedIfAbsent(false)).isFalse();
		assertThat(sent(SENT).isMissedIfAbsent(true)).isTrue();
		assertThat(new Standing(1, 1, SENT, true, false).isMissedIfAbsent(false)).isTrue();
	}

	@Test
	void aDnfIsMissedOnlyIfItWasThereBefore() {
		assertThat(sent(null).isMissedIfAbsent(true)).isFalse();
		assertThat(new Standing(1, 1, null, true, false).isMissedIfAbsent(true)).isTrue();
	}

}
