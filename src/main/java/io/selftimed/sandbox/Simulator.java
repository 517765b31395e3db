package io.selftimed.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The simulated RunSignup: which races it knows, what it received, and its last calls.
 */
class Simulator {

	private static final int CALLS_KEPT = 100;

	private final ReceivedResults results;

	private final UserResultsRules rules;

	private final InstantSource time;

	private final Deque<Call> calls = new ArrayDeque<>();

	Simulator(ReceivedResults results, InstantSource time) {
		this.results = results;
		this.rules = new UserResultsRules(results);
		this.time = time;
	}

	ReceivedResults results() {
		return this.results;
	}

	/**
	 * Receives results.
	 * @throws Fault as RunSignup would answer
	 */
	List<StoredResult> receive(String race, @Nullable String event, @Nullable String resultSet, String document) {
		SandboxEvent known = event(race, event);
		Instant now = this.time.instant();
		List<StoredResult> received = this.rules.receive(known, resultSet, document, now.getEpochSecond());
		remember(new Call(now, race, known.eventId() + "", received.size(), null));
		return received;
	}

	/** Remembers a call that was refused. */
	void refused(String race, @Nullable String event, Fault fault) {
		remember(new Call(this.time.instant(), race, (event != null) ? event : "", 0,
				fault.code() + " " + fault.getMessage()));
	}

	/** The last calls, newest first. */
	List<Call> calls() {
		synchronized (this.calls) {
			return List.copyOf(this.calls);
		}
	}

	private void remember(Call call) {
		synchronized (this.calls) {
			this.calls.addFirst(call);
			if (this.calls.size() > CALLS_KEPT) {
				this.calls.removeLast();
			}
		}
	}

	private static SandboxEvent event(String race, @Nullable String event) {
		List<SandboxEvent> ofRace = SandboxEvent.ALL.stream()
			.filter((known) -> String.valueOf(known.raceId()).equals(race))
			.toList();
		if (ofRace.isEmpty()) {
			throw new Fault(201, "Race not found.");
		}
		return ofRace.stream()
			.filter((known) -> String.valueOf(known.eventId()).equals(event))
			.findFirst()
			.orElseThrow(() -> new Fault(301, "Event not found."));
	}

	/**
	 * A call as the console shows it; never a secret.
	 *
	 * @param at when it came
	 * @param race the race as it was named
	 * @param event the event as it was named
	 * @param items how many results were kept
	 * @param error code and message, null if all was kept
	 */
	record Call(Instant at, String race, String event, int items, @Nullable String error) {
	}

}
