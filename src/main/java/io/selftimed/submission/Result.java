package io.selftimed.submission;

import java.math.BigDecimal;

import io.selftimed.race.ClockTime;
import io.selftimed.race.ElevationGain;
import io.selftimed.race.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How the race went, as a runner states it.
 *
 * @param outcome how it ended
 * @param clockTime the time, null unless finished
 * @param elevationGain the climb, null if blank, not asked for, or not finished
 * @param tally the runner's total so far, null if blank, not asked for, or not finished
 */
record Result(Outcome outcome, @Nullable ClockTime clockTime, @Nullable ElevationGain elevationGain,
		@Nullable BigDecimal tally) {

}
