package io.selftimed.runsignup;

import java.time.Duration;

/**
 * A lane that is always free, and remembers whether it was told to stay shut.
 */
final class OpenLane implements LeasedLane {

	private volatile boolean shut;

	private volatile boolean hasTime = true;

	boolean staysShut() {
		return this.shut;
	}

	/** Its lease is about to end. */
	OpenLane atItsEnd() {
		this.hasTime = false;
		return this;
	}

	@Override
	public Duration lease() {
		return Duration.ofSeconds(100);
	}

	@Override
	public boolean hasTimeFor(Duration call) {
		return this.hasTime;
	}

	@Override
	public void stayShut() {
		this.shut = true;
	}

	@Override
	public void close() {
	}

}
