package io.selftimed.sandbox.api;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Everything in the simulator that waits, each in a virtual thread of its own. Ends it
 * all as soon as the application stops, so that no hanging call delays that.
 */
public final class Patience implements Later, ApplicationListener<ContextClosedEvent> {

	private final ExecutorService threads = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("sandbox-", 0).factory());

	@Override
	public void after(Duration delay, Runnable what) {
		this.threads.execute(() -> {
			if (pause(delay)) {
				what.run();
			}
		});
	}

	/** Waits; false if there is no more time to wait. */
	public static boolean pause(Duration delay) {
		try {
			Thread.sleep(delay);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		this.threads.shutdownNow();
	}

}
