package io.selftimed.sandbox.api;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts the calls that are in RunSignup at once. A call whose caller has gone is in it
 * until it is over.
 */
public final class Traffic {

	/** More than that are answered with code 14. */
	static final int LANES = 2;

	private int now;

	private int highest;

	/** A call comes in. */
	synchronized Visit enter() {
		this.now++;
		this.highest = Math.max(this.highest, this.now);
		return new Visit(this.now);
	}

	private synchronized void leave() {
		this.now--;
	}

	/** The most calls that were ever there at once. */
	public synchronized int highest() {
		return this.highest;
	}

	/** Forgets the highest number. */
	public synchronized void clear() {
		this.highest = this.now;
	}

	/**
	 * A call while it lasts.
	 */
	final class Visit {

		private final AtomicBoolean over = new AtomicBoolean();

		private final int number;

		private Visit(int number) {
			this.number = number;
		}

		/** Whether it is one too many. */
		boolean isTooMuch() {
			return this.number > LANES;
		}

		/** The call is over; saying so twice does no harm. */
		void end() {
			if (this.over.compareAndSet(false, true)) {
				leave();
			}
		}

	}

}
