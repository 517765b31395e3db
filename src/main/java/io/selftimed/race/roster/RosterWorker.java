package io.selftimed.race.roster;

import java.time.Duration;

import io.selftimed.runsignup.ReadWorker;

import org.springframework.stereotype.Component;

/**
 * Fetches rosters.
 */
@Component
class RosterWorker extends ReadWorker {

	private final RosterFetch fetch;

	RosterWorker(RosterFetch fetch) {
		super("roster", Duration.ofSeconds(1));
		this.fetch = fetch;
	}

	@Override
	protected boolean readNext() {
		return this.fetch.fetchNext(this::isRunning);
	}

}
