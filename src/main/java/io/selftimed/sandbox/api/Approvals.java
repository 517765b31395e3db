package io.selftimed.sandbox.api;

import java.util.HashSet;
import java.util.Set;

/**
 * In which events a director approves results; in all of them until somebody says
 * otherwise.
 */
public final class Approvals {

	private final Set<Long> without = new HashSet<>();

	/** Whether results of an event wait for a director. */
	public synchronized boolean areNeeded(long eventId) {
		return !this.without.contains(eventId);
	}

	/** Says whether results of an event wait for a director; what is there stays. */
	public synchronized void demand(long eventId, boolean needed) {
		if (needed) {
			this.without.remove(eventId);
		}
		else {
			this.without.add(eventId);
		}
	}

	/** Demands them everywhere again. */
	public synchronized void clear() {
		this.without.clear();
	}

}
