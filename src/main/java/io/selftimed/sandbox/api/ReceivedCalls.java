package io.selftimed.sandbox.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last calls that the simulator answered, in memory.
 */
public final class ReceivedCalls {

	private static final int KEPT = 200;

	private final Deque<ReceivedCall> calls = new ArrayDeque<>();

	private long count;

	synchronized void add(ReceivedCall call) {
		this.count++;
		this.calls.addFirst(call.shortened());
		if (this.calls.size() > KEPT) {
			this.calls.removeLast();
		}
	}

	/** At most 200 calls, newest first. */
	public synchronized List<ReceivedCall> newest() {
		return List.copyOf(this.calls);
	}

	/** How many calls there were, those that are forgotten included. */
	public synchronized long count() {
		return this.count;
	}

	/** Forgets them. */
	public synchronized void clear() {
		this.calls.clear();
		this.count = 0;
	}

}
