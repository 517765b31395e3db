package io.selftimed.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Two workers that deliver what is due, as many as there are lanes. They start after the
 * web server and stop before it; a stop lets the calls in flight finish.
 */
@Component
class DeliveryWorkers implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(DeliveryWorkers.class);

	private static final int WORKERS = 2;

	private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);

	private static final Duration LAST_CALLS = Duration.ofSeconds(60);

	private final Courier courier;

	private final Bell bell;

	private final Duration pollInterval;

	private final List<Thread> threads = new ArrayList<>();

	private volatile boolean running;

	DeliveryWorkers(Courier courier, Bell bell, DeliverySettings settings) {
		this.courier = courier;
		this.bell = bell;
		this.pollInterval = settings.pollInterval();
	}

	@Override
	public void start() {
		this.running = true;
		for (int number = 1; number <= WORKERS; number++) {
			this.threads.add(Thread.ofPlatform().name("delivery-" + number).daemon().start(this::work));
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.threads.forEach((thread) -> this.bell.ring());
		try {
			for (Thread thread : this.threads) {
				thread.join(LAST_CALLS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.threads.clear();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void work() {
		try {
			while (this.running) {
				Duration pause = turn();
				if (!pause.isZero()) {
					this.bell.await(pause);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * One turn; trouble is told by its kind only, and waited out. Even an error does not
	 * end the worker, as nobody would begin it again.
	 */
	private Duration turn() {
		try {
			return this.courier.deliverOnce() ? Duration.ZERO : this.pollInterval;
		}
		catch (RuntimeException | Error ex) {
			logger.warn("A delivery could not be made or written down ({}); trying again in {} s",
					ex.getClass().getSimpleName(), AFTER_TROUBLE.toSeconds());
			return AFTER_TROUBLE;
		}
	}

}
