package io.selftimed.runsignup;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long a person waits for a lane, without waiting.
 */
class ReadLanesTests {

	private final OpenLane lane = new OpenLane();

	private long nanoTime;

	private ReadLanes lanes(Duration freeAfter) {
		FreeTurns turns = new FreeTurns(() -> this.nanoTime >= freeAfter.toNanos(), this.lane);
		return new ReadLanes(turns, () -> this.nanoTime, (pause) -> this.nanoTime += pause.toNanos());
	}

	@Test
	void aLaneThatIsFreeIsTakenAtOnce() {
		assertThat(lanes(Duration.ZERO).take()).containsSame(this.lane);
		assertThat(this.nanoTime).isZero();
	}

	@Test
	void aLaneThatIsFreeWithinTenSecondsIsWaitedFor() {
		assertThat(lanes(Duration.ofMillis(9_950)).take()).containsSame(this.lane);
	}

	@Test
	void afterTenSecondsThePersonIsTold() {
		assertThat(lanes(Duration.ofMinutes(1)).take()).isEmpty();
		assertThat(Duration.ofNanos(this.nanoTime)).isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_200));
	}

	@Test
	void whoIsInterruptedStopsWaiting() {
		ReadLanes lanes = new ReadLanes(new FreeTurns(() -> false, this.lane), () -> 0, (pause) -> {
			throw new InterruptedException();
		});
		assertThat(lanes.take()).isEmpty();
		assertThat(Thread.interrupted()).isTrue();
	}

}
