package io.selftimed.race;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a runner claims, as far as it could be read, for the rules to judge.
 *
 * @param moment when it is claimed
 * @param outcome how the race ended
 * @param elevationGain the climb, null if blank
 * @param tally the tally, null if blank
 */
public record Claim(Instant moment, Outcome outcome, @Nullable ElevationGain elevationGain,
		@Nullable BigDecimal tally) {

	/** A claim without a tally. */
	public Claim(Instant moment, Outcome outcome, @Nullable ElevationGain elevationGain) {
		this(moment, outcome, elevationGain, null);
	}

}
