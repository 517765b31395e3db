package io.selftimed.submission;

import java.math.BigDecimal;

import io.selftimed.race.ClockTime;
import io.selftimed.race.ElevationGain;
import io.selftimed.race.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a runner states, checked: nothing in it is against the event's rules.
 *
 * @param participantId whose result it is
 * @param ambiguous whether another registration has the same bib and name, so that an
 * organizer has to say whose result it is
 * @param bib the bib as typed
 * @param outcome how the race ended
 * @param clockTime the time, null unless finished
 * @param elevationGain the climb, null if blank, not asked for, or not finished
 * @param tally the runner's total so far, null if blank, not asked for, or not finished
 * @param email where to reach the runner, null if not given
 * @param note a word for the organizers, null if not given
 */
record Statement(long participantId, boolean ambiguous, long bib, Outcome outcome, @Nullable ClockTime clockTime,
		@Nullable ElevationGain elevationGain, @Nullable BigDecimal tally, @Nullable String email,
		@Nullable String note) {

}
