package io.selftimed.sandbox.api;

import java.time.Duration;

/**
 * Does something later, so that nobody has to wait for it.
 */
@FunctionalInterface
interface Later {

	/**
	 * Does it after a delay, unless the simulator stops before.
	 */
	void after(Duration delay, Runnable what);

}
