package io.selftimed.sandbox.fault;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A fault that somebody has asked for.
 *
 * @param fault what goes wrong
 * @param calls for how many more calls, null if {@code share} counts
 * @param share for how many calls of a hundred until it is cleared, null if {@code calls}
 * counts
 * @param patience how long it takes
 * @param operation for which kind of call, null for every kind
 * @param bib whose item is the bad one, null for the first
 */
public record SetFault(Fault fault, @Nullable Integer calls, @Nullable Integer share, Duration patience,
		@Nullable String operation, @Nullable Long bib) {

	/** A fault for some calls of every kind. */
	public static SetFault next(int calls, Fault fault) {
		return new SetFault(fault, calls, null, fault.usual(), null, null);
	}

	boolean meets(String operation) {
		return this.operation == null || this.operation.equals(operation);
	}

	SetFault withCalls(int calls) {
		return new SetFault(this.fault, calls, this.share, this.patience, this.operation, this.bib);
	}

}
