package io.selftimed.race.roster;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A worker that fetches rosters, when the time has come or somebody asks. A thread of its
 * own, as a roster may take minutes; a stop lets the page in flight come.
 */
@Component
class RosterWorker implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(RosterWorker.class);

	private static final Duration POLL = Duration.ofSeconds(1);

	private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

	private static final Duration LAST_PAGE = Duration.ofSeconds(60);

	private final RosterFetch fetch;

	private final Semaphore stops = new Semaphore(0);

	private @Nullable Thread thread;

	private volatile boolean running;

	RosterWorker(RosterFetch fetch) {
		this.fetch = fetch;
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().name("roster").daemon().start(this::work);
	}

	@Override
	public void stop() {
		this.running = false;
		this.stops.release();
		Thread working = this.thread;
		try {
			if (working != null) {
				working.join(LAST_PAGE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.stops.drainPermits();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void work() {
		try {
			Duration pause = Duration.ZERO;
			while (this.running && !this.stops.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
				pause = turn();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Trouble is told by its kind only; the lease of what it met ends by itself. */
	private Duration turn() {
		try {
			return this.fetch.fetchNext(this::isRunning) ? Duration.ZERO : POLL;
		}
		catch (RuntimeException | Error ex) {
			logger.warn("A roster could not be fetched ({}); trying again in {} s", ex.getClass().getSimpleName(),
					AFTER_TROUBLE.toSeconds());
			return AFTER_TROUBLE;
		}
	}

}
