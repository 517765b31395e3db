package io.selftimed.race.roster;

import java.time.Duration;

import io.selftimed.Room;
import io.selftimed.runsignup.ReadWorker;

import org.springframework.stereotype.Component;

/**
 * Fetches rosters while there is room for them; what is asked for meanwhile waits.
 */
@Component
class RosterWorker extends ReadWorker {

	private final RosterFetch fetch;

	private final Room room;

	RosterWorker(RosterFetch fetch, Room room) {
		super("roster", Duration.ofSeconds(1));
		this.fetch = fetch;
		this.room = room;
	}

	@Override
	protected boolean readNext() {
		return this.room.isThere() && this.fetch.fetchNext(() -> isRunning() && this.room.isThere());
	}

}
