package io.selftimed.notification;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds for something to tell or to send. A stop waits for the mail
 * under way and for no other.
 */
@Component
class MailWorker implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(MailWorker.class);

	private static final Duration LAST_MAIL = Duration.ofSeconds(60);

	private final List<Watch> watches;

	private final Postman postman;

	private final MailServer server;

	private final Environment environment;

	private final Duration pollInterval;

	/**
	 * With calls at RunSignup mails are held back too, as a restored copy may hold old
	 * ones.
	 */
	private final boolean held;

	private final Semaphore stops = new Semaphore(0);

	private @Nullable Thread thread;

	private volatile boolean running;

	MailWorker(List<Watch> watches, Postman postman, MailServer server, Environment environment,
			MailSettings settings) {
		this.watches = watches;
		this.postman = postman;
		this.server = server;
		this.environment = environment;
		this.pollInterval = settings.pollInterval();
		this.held = environment.getProperty("selftimed.runsignup.hold", Boolean.class, false);
	}

	@Override
	public void start() {
		if (!this.server.isThere() && !this.environment.acceptsProfiles(Profiles.of("simulator"))) {
			logger.warn("No e-mail leaves, as spring.mail.host is not set: organizers are not told of pauses and"
					+ " refusals. What they would read is kept in the table mail, unsent.");
		}
		this.running = true;
		this.thread = Thread.ofPlatform().name("mail").daemon().start(this::work);
	}

	@Override
	public void stop() {
		this.running = false;
		this.stops.release();
		Thread working = this.thread;
		try {
			if (working != null) {
				working.join(LAST_MAIL);
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
			do {
				this.watches.forEach((watch) -> safely(watch::look));
				safely(this::sendAll);
			}
			while (this.running && !this.stops.tryAcquire(this.pollInterval.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void sendAll() {
		boolean sent = true;
		while (this.running && sent && !this.held) {
			sent = this.postman.sendOne();
		}
	}

	/** Trouble with the database is told by its kind only, and waited out. */
	private static void safely(Runnable step) {
		try {
			step.run();
		}
		catch (RuntimeException ex) {
			logger.warn("A mail could not be written or written down ({}); trying again soon",
					ex.getClass().getSimpleName());
		}
	}

}
