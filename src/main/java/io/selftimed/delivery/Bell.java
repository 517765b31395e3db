package io.selftimed.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

/**
 * Wakes the workers of this replica when something new is due.
 */
@Component
class Bell {

	private final Semaphore rings = new Semaphore(0);

	/** Wakes one worker, now or the next time one waits. */
	void ring() {
		if (this.rings.availablePermits() < 2) {
			this.rings.release();
		}
	}

	/** Waits for a ring, at most this long. */
	void await(Duration longest) throws InterruptedException {
		if (this.rings.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
			this.rings.drainPermits();
		}
	}

}
