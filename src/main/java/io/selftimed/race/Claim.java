package io.selftimed.race;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a runner claims, as far as it could be read, for the rules to judge.
 *
 * @param moment when it is claimed
 * @param outcome how the race ended
 * @param elevationGain the climb, null if blank
 */
public record Claim(Instant moment, Outcome outcome, @Nullable ElevationGain elevationGain) {

}
