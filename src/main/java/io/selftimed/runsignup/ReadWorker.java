package io.selftimed.runsignup;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * A worker that reads page after page at RunSignup, when the time has come or somebody
 * asks. A thread of its own, as that may take minutes; a stop lets the page in flight
 * come.
 */
public abstract class ReadWorker implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ReadWorker.class);

	private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

	private static final Duration LAST_PAGE = Duration.ofSeconds(60);

	private final String name;

	private final Duration pollInterval;

	private final Semaphore stops = new Semaphore(0);

	private @Nullable Thread thread;

	private volatile boolean running;

	/**
	 * A worker that is not running yet.
	 * @param name what its thread is called, and its trouble in the log
	 * @param pollInterval how long it rests where there is nothing to do
	 */
	protected ReadWorker(String name, Duration pollInterval) {
		this.name = name;
		this.pollInterval = pollInterval;
	}

	/**
	 * Does what is next, asking {@link #isRunning()} before each page.
	 * @return whether there was something to do
	 */
	protected abstract boolean readNext();

	@Override
	public final void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().name(this.name).daemon().start(this::work);
	}

	@Override
	public final void stop() {
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
	public final boolean isRunning() {
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
			return readNext() ? Duration.ZERO : this.pollInterval;
		}
		catch (RuntimeException | Error ex) {
			logger.warn("The {} could not be read ({}); trying again in {} s", this.name, ex.getClass().getSimpleName(),
					AFTER_TROUBLE.toSeconds());
			return AFTER_TROUBLE;
		}
	}

}
