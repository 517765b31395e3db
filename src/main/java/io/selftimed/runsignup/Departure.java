package io.selftimed.runsignup;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether a call has left: settled once, between the thread that sends and the one that
 * gives up.
 */
class Departure {

	private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

	/** The connection stands and the request goes out; false if it was given up. */
	boolean leave() {
		return this.state.compareAndSet(State.WAITING, State.GONE);
	}

	/** Gives the call up; false if it has left already. */
	boolean giveUp() {
		return this.state.compareAndSet(State.WAITING, State.GIVEN_UP);
	}

	private enum State {

		WAITING, GONE, GIVEN_UP

	}

}
