package io.selftimed.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last calls that the simulator answered, in memory.
 */
final class ReceivedCalls {

	private static final int KEPT = 200;

	private final Deque<ReceivedCall> calls = new ArrayDeque<>();

	synchronized void add(ReceivedCall call) {
		this.calls.addFirst(call);
		if (this.calls.size() > KEPT) {
			this.calls.removeLast();
		}
	}

	/** At most 200 calls, newest first. */
	synchronized List<ReceivedCall> newest() {
		return List.copyOf(this.calls);
	}

}
