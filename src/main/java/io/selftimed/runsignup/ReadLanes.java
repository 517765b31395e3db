package io.selftimed.runsignup;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
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

	private final ReadTurns turns;

	private final LongSupplier nanoTime;

	private final Pause pause;

	@Autowired
	ReadLanes(ReadTurns turns) {
		this(turns, System::nanoTime, Thread::sleep);
	}

	ReadLanes(ReadTurns turns, LongSupplier nanoTime, Pause pause) {
		this.turns = turns;
		this.nanoTime = nanoTime;
		this.pause = pause;
	}

	/** Waits for a lane; empty if none is free for ten seconds, or ever. */
	Optional<LeasedLane> take() {
		if (this.turns.areHeldBack()) {
			return Optional.empty();
		}
		Optional<LeasedLane> free = free();
		if (free.isPresent()) {
			return free;
		}
		String id = UUID.randomUUID().toString();
		this.turns.announce(id, PATIENCE);
		try {
			return await(this.nanoTime.getAsLong() + PATIENCE.toNanos());
		}
		finally {
			this.turns.leave(id);
		}
	}

	private Optional<LeasedLane> await(long end) {
		Optional<LeasedLane> free = Optional.empty();
		while (free.isEmpty() && this.nanoTime.getAsLong() < end && waited()) {
			free = free();
		}
		return free;
	}

	private Optional<LeasedLane> free() {
		return this.turns.takeForRead(GRACE).map(LeasedLane::of);
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
