package io.selftimed.submission;

import java.math.BigDecimal;
import java.util.List;

import io.selftimed.race.ClockTime;
import io.selftimed.race.Doubt;
import io.selftimed.race.ElevationGain;
import io.selftimed.race.Event;
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

	/** What may be wrong with it, empty unless finished. */
	List<Doubt.Reason> doubts(Event event) {
		return (this.clockTime != null) ? Doubt.in(event, this.clockTime, this.elevationGain) : List.of();
	}

}
