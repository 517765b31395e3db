package io.selftimed.delivery;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * How long to wait before the next try: doubling, capped, with full jitter, so that many
 * results do not come back all at once.
 *
 * @param first the longest first wait
 * @param longest the longest wait of all
 * @param dice a number from 0 to its argument
 */
record BackOff(Duration first, Duration longest, LongUnaryOperator dice) {

	/**
	 * The wait after some failed attempts.
	 * @param attempts how many failed in a row, 1 or more
	 */
	Duration after(int attempts) {
		int doublings = Math.min(Math.max(attempts, 1) - 1, 30);
		long bound = Math.min(this.longest.toMillis(), this.first.toMillis() << doublings);
		return Duration.ofMillis(this.dice.applyAsLong(bound));
	}

}
