package io.selftimed.runsignup;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Turns for reads without a database.
 *
 * @param free whether the lane is free now
 * @param lane the only lane
 */
record FreeTurns(BooleanSupplier free, OpenLane lane) implements ReadTurns {

	@Override
	public Optional<Lane> takeForRead(Duration grace) {
		return this.free.getAsBoolean() ? Optional.of(this.lane) : Optional.empty();
	}

	@Override
	public void announce(String id, Duration patience) {
	}

	@Override
	public void leave(String id) {
	}

}
