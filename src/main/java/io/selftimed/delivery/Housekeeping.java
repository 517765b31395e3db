package io.selftimed.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import io.selftimed.race.EventCounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps tables from growing without need, a little at a time: folds counts, and drops old
 * attempts that nothing is read from any more.
 */
@Component
class Housekeeping {

	private static final Logger logger = LoggerFactory.getLogger(Housekeeping.class);

	private static final Duration EVERY = Duration.ofMinutes(10);

	/** What dashboards sum up stays short even while thousands submit. */
	private static final Duration FOLDING_EVERY = Duration.ofSeconds(55);

	private final Chores chores;

	private final EventCounts counts;

	private final Attempts attempts;

	private final DeliverySettings settings;

	private final InstantSource time;

	Housekeeping(Chores chores, EventCounts counts, Attempts attempts, DeliverySettings settings, InstantSource time) {
		this.chores = chores;
		this.counts = counts;
		this.attempts = attempts;
		this.settings = settings;
		this.time = time;
	}

	@Scheduled(initialDelay = 30, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
	void keepHouse() {
		int folded = this.chores.takeOver("folding", FOLDING_EVERY) ? this.counts.fold() : 0;
		if (folded > 0) {
			logger.debug("Folded {} counts", folded);
		}
		if (this.chores.takeOver("housekeeping", EVERY)) {
			dropOldAttempts();
		}
	}

	private void dropOldAttempts() {
		int dropped = this.attempts.dropBefore(this.time.instant().minus(this.settings.keepAttempts()));
		if (dropped > 0) {
			logger.info("Housekeeping dropped {} old attempts", dropped);
		}
	}

}
