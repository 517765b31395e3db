package io.selftimed.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How long calls must pause at least, kept beside the product: after an answer that the
 * next call would meet again nothing is claimed for a while, and then one result at a
 * time, until an answer is good or somebody edits what was at fault.
 */
final class ModelGates {

	private static final Duration FIRST_PROBE = Duration.ofMinutes(1);

	private static final String ALL = "all";

	private final Duration throttleWait;

	private final Map<String, Closed> closed = new HashMap<>();

	ModelGates(Duration throttleWait) {
		this.throttleWait = throttleWait;
	}

	/** The outcome of a call was written down. */
	void answered(CallEnd end, long event, Instant now) {
		switch (end) {
			case CREDENTIAL_BAD, NO_PERMISSION, MISSPOKEN -> closes(ALL + end, FIRST_PROBE, now);
			case UNKNOWN_EVENT -> closes("event " + event, FIRST_PROBE, now);
			case THROTTLED -> closes(ALL + end, this.throttleWait, now);
			case RECEIVED, RECEIVED_WITH_ANOTHER_TIME, FIRST_RECEIVED, RECEIVED_BUT_ANSWERED_FOR_THE_FIRST_ONLY,
					REFUSED, IMPOSSIBLE ->
				this.closed.keySet().removeIf((gate) -> stops(gate, event));
			case UNAVAILABLE, NEVER_SENT, CUT_AND_APPLIED, CUT_AND_APPLIED_A_MINUTE_LATE,
					CUT_AND_APPLIED_AT_THE_VERY_LAST, CUT_AND_LOST ->
				{
				}
		}
	}

	private void closes(String gate, Duration pause, Instant now) {
		this.closed.put(gate, new Closed(now.plus(pause), pause));
	}

	/** Somebody edited something, or nobody knows what was written down. */
	void mayBeOpen() {
		this.closed.clear();
	}

	/** Results of an event were claimed. */
	void arePassed(long event, int results, Instant now) {
		for (Map.Entry<String, Closed> gate : this.closed.entrySet()) {
			if (stops(gate.getKey(), event)) {
				if (results != 1 || gate.getValue().until().isAfter(now)) {
					throw new AssertionError(results + " results passed a closed gate: " + gate);
				}
				gate.setValue(new Closed(now.plus(gate.getValue().pause()), gate.getValue().pause()));
			}
		}
	}

	private static boolean stops(String gate, long event) {
		return gate.startsWith(ALL) || gate.equals("event " + event);
	}

	/**
	 * A gate.
	 *
	 * @param until before this nothing passes
	 * @param pause the least time between two that pass
	 */
	private record Closed(Instant until, Duration pause) {
	}

}
