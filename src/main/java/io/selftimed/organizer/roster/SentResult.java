package io.selftimed.organizer.roster;

import java.time.Instant;

import io.selftimed.race.ClockTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that a participant sent.
 *
 * @param id our id of the submission
 * @param at when it came
 * @param outcome its outcome
 * @param clockTime its time, null for none
 * @param review {@code held}, {@code accepted} or {@code rejected}
 */
record SentResult(long id, Instant at, String outcome, @Nullable ClockTime clockTime, String review) {

}
