package io.selftimed.runsignup;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Lanes for what a person waits for.
 */
@Component
class ReadLanes {

	/** How long a person waits before being told that RunSignup is busy. */
	static final Duration PATIENCE = Duration.ofSeconds(10);

	/** How long a lane stays shut after a read that was lost. */
	private static final Duration GRACE = Duration.ofSeconds(30);

	private static final Duration PAUSE = Duration.ofMillis(100);

	private final Lanes lanes;

	private final LongSupplier nanoTime;

	private final Pause pause;

	@Autowired
	ReadLanes(Lanes lanes) {
		this(lanes, System::nanoTime, Thread::sleep);
	}

	ReadLanes(Lanes lanes, LongSupplier nanoTime, Pause pause) {
		this.lanes = lanes;
		this.nanoTime = nanoTime;
		this.pause = pause;
	}

	/** Waits for a lane; empty if none is free for ten seconds. */
	Optional<LeasedLane> take() {
		long start = this.nanoTime.getAsLong();
		while (true) {
			Optional<Lane> lane = this.lanes.take(GRACE);
			if (lane.isPresent()) {
				return lane.map(LeasedLane::of);
			}
			if (this.nanoTime.getAsLong() - start >= PATIENCE.toNanos() || !waited()) {
				return Optional.empty();
			}
		}
	}

	private boolean waited() {
		try {
			this.pause.last(PAUSE);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * How to wait.
	 */
	interface Pause {

		void last(Duration length) throws InterruptedException;

	}

}
