package io.selftimed.organizer.deliveries;

import java.time.Instant;

import io.selftimed.organizer.Pause;

/**
 * A pause, and what helps.
 *
 * @param pause the pause
 */
record StoppedBy(Pause pause) {

	/** The key of the sentence that says why. */
	public String message() {
		return this.pause.message();
	}

	/** What RunSignup said, or what happened to the call. */
	public String words() {
		return this.pause.words();
	}

	public Instant since() {
		return this.pause.since();
	}

	public Instant next() {
		return this.pause.next();
	}

	/** Whether nothing is tried before the next start. */
	public boolean held() {
		return this.pause.held();
	}

	/** The word of what helps: {@code try}, {@code credential} or {@code wait}. */
	public String help() {
		return switch (this.pause.gate().cause()) {
			case OUTAGE, UNKNOWN_THERE, REFUSALS, MISSPOKEN -> "try";
			case CREDENTIAL, PERMISSION -> "credential";
			case THROTTLED, REGISTRATION, HELD -> "wait";
		};
	}

}
