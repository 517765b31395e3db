package io.selftimed.runsignup;

import java.time.Duration;

/**
 * A lane under a lease.
 */
final class LeasedLane implements Lane {

	private final JdbcLanes lanes;

	private final int number;

	private final long fence;

	private final Duration lease;

	private final Duration grace;

	private final long takenAt;

	private boolean shut;

	LeasedLane(JdbcLanes lanes, int number, long fence, Duration lease, Duration grace, long takenAt) {
		this.lanes = lanes;
		this.number = number;
		this.fence = fence;
		this.lease = lease;
		this.grace = grace;
		this.takenAt = takenAt;
	}

	@Override
	public Duration lease() {
		return this.lease;
	}

	/** Whether a call of this length, and its grace period, still fit into the lease. */
	boolean hasTimeFor(Duration call) {
		Duration left = this.lease.minusNanos(System.nanoTime() - this.takenAt);
		return left.compareTo(call.plus(this.grace)) >= 0;
	}

	/**
	 * Keeps the lane shut for the grace period: its call may still be under way there.
	 */
	void keepShut() {
		this.shut = true;
		this.lanes.keepShut(this.number, this.fence, this.grace);
	}

	@Override
	public void close() {
		if (!this.shut) {
			this.lanes.free(this.number, this.fence);
		}
	}

}
