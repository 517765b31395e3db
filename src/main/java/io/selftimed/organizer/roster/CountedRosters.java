package io.selftimed.organizer.roster;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Counts what is soon counted when it is asked for. Larger rosters are counted beside, at
 * most once a minute each and one after the other, so that no page waits for it.
 */
@Component
class CountedRosters implements RosterFigures {

	private static final int AT_ONCE = 10_000;

	private static final Duration WAIT = Duration.ofMillis(200);

	private static final Duration KEPT = Duration.ofMinutes(1);

	private static final Duration FORGOTTEN = Duration.ofMinutes(10);

	private static final int EVENTS = 1000;

	private final RosterCounter counter;

	private final AsyncLoadingCache<Long, RosterCount> large;

	private final int atOnce;

	@Autowired
	CountedRosters(RosterCounter counter, InstantSource time) {
		this(counter, time, AT_ONCE);
	}

	/**
	 * Figures of rosters.
	 * @param counter counts them
	 * @param time now
	 * @param atOnce so many are counted while a page is made
	 */
	CountedRosters(RosterCounter counter, InstantSource time, int atOnce) {
		this.counter = counter;
		this.atOnce = atOnce;
		SimpleAsyncTaskExecutor oneByOne = new SimpleAsyncTaskExecutor("roster-count-");
		oneByOne.setVirtualThreads(true);
		this.large = Caffeine.newBuilder()
			.maximumSize(EVENTS)
			.refreshAfterWrite(KEPT)
			.expireAfterAccess(FORGOTTEN)
			.executor(oneByOne)
			.buildAsync((event) -> counter.count(event, time.instant()));
	}

	@Override
	public Optional<RosterCount> of(long eventId) {
		if (!this.counter.isLargerThan(eventId, this.atOnce)) {
			return Optional.of(this.counter.count(eventId, null));
		}
		CompletableFuture<RosterCount> counted = this.large.get(eventId);
		try {
			return Optional.of(counted.get(WAIT.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException | ExecutionException ex) {
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

}
