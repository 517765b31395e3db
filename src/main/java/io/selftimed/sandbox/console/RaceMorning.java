package io.selftimed.sandbox.console;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.selftimed.sandbox.api.Patience;

/**
 * Many runners send a result through the real form and correct it, all in one minute: to
 * watch the dashboard move. One morning at a time, a few runners at once.
 */
final class RaceMorning {

	private final Plan plan;

	private final FormRunner form;

	private final Patience patience;

	private final Semaphore atOnce;

	private final AtomicBoolean running = new AtomicBoolean();

	private final AtomicInteger sent = new AtomicInteger();

	private final AtomicInteger corrected = new AtomicInteger();

	private final AtomicInteger turnedAway = new AtomicInteger();

	private final AtomicInteger left = new AtomicInteger();

	RaceMorning(Plan plan, FormRunner form, Patience patience) {
		this.plan = plan;
		this.form = form;
		this.patience = patience;
		this.atOnce = new Semaphore(plan.atOnce());
	}

	/** Starts it, unless one is under way. */
	void start() {
		if (this.running.compareAndSet(false, true)) {
			this.sent.set(0);
			this.corrected.set(0);
			this.turnedAway.set(0);
			this.left.set(this.plan.runners());
			Duration step = this.plan.within().dividedBy(this.plan.runners());
			for (int runner = 0; runner < this.plan.runners(); runner++) {
				int turn = runner;
				this.patience.after(step.multipliedBy(turn), () -> send(turn));
			}
		}
	}

	private void send(int turn) {
		if (arrives(turn, 0, this.sent)) {
			this.patience.after(this.plan.thinking(), () -> {
				arrives(turn, 1, this.corrected);
				leave();
			});
		}
		else {
			leave();
		}
	}

	private boolean arrives(int turn, int correction, AtomicInteger count) {
		this.atOnce.acquireUninterruptibly();
		try {
			boolean accepted = this.form.send(this.plan.firstBib() + turn, correction);
			(accepted ? count : this.turnedAway).incrementAndGet();
			return accepted;
		}
		finally {
			this.atOnce.release();
		}
	}

	private void leave() {
		if (this.left.decrementAndGet() == 0) {
			this.running.set(false);
		}
	}

	/** How far it has come. */
	Progress progress() {
		return new Progress(this.plan.runners(), this.sent.get(), this.corrected.get(), this.turnedAway.get(),
				this.running.get());
	}

	/**
	 * What happens on such a morning.
	 *
	 * @param firstBib the first runner; the others follow
	 * @param runners how many runners
	 * @param within in what time they come
	 * @param thinking after what time each corrects
	 * @param atOnce how many are at the form at once
	 */
	record Plan(long firstBib, int runners, Duration within, Duration thinking, int atOnce) {
	}

	/**
	 * How far a morning has come.
	 *
	 * @param runners how many runners there are
	 * @param sent how many have a receipt
	 * @param corrected how many have a second one
	 * @param turnedAway how many were not accepted
	 * @param isRunning whether it goes on
	 */
	record Progress(int runners, int sent, int corrected, int turnedAway, boolean isRunning) {

		/** Whether there was a morning at all. */
		public boolean isAny() {
			return this.isRunning || this.sent + this.turnedAway > 0;
		}

		/** How many submissions are over. */
		public int done() {
			return this.sent + this.corrected + this.turnedAway;
		}

		/** How many submissions there will be. */
		public int all() {
			return 2 * this.runners;
		}

	}

}
