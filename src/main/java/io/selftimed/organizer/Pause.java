package io.selftimed.organizer;

import java.time.Instant;
import java.util.Locale;

import io.selftimed.runsignup.ClosedGate;

/**
 * Why results of an event wait, as organizers read it.
 *
 * @param gate the gate that stops them
 */
public record Pause(ClosedGate gate) {

	/** The key of the sentence that says why. */
	public String message() {
		return "organizer.pause." + this.gate.cause().name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** What RunSignup said, or what happened to the call. */
	public String words() {
		return this.gate.message();
	}

	/**
	 * Whether a setting holds every call back, so that nothing is tried before the next
	 * start.
	 */
	public boolean held() {
		return this.gate.cause() == ClosedGate.Cause.HELD;
	}

	/** Since when. */
	public Instant since() {
		return this.gate.since();
	}

	/** When a call is tried next. */
	public Instant next() {
		return this.gate.probeAt();
	}

}
