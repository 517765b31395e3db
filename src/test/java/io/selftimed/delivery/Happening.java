package io.selftimed.delivery;

import java.time.Duration;

/**
 * What can happen on a race weekend, each at a process by its number from 0 up. A
 * counter-example is a list of these.
 */
sealed interface Happening {

	void in(RaceWeekend weekend);

	/** A runner sends a result; RunSignup will never take an impossible one. */
	record Submits(int at, long runner, boolean held, boolean impossible) implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.submits(this.at, this.runner, this.held, this.impossible);
		}

	}

	/** A person decides on a result that was held. */
	record Decides(int at, long runner, boolean accepted) implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.isDecided(this.at, this.runner, this.accepted);
		}

	}

	/** A person rejects what was accepted. */
	record RejectsAfterAll(int at, long runner, boolean withdraws) implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.isRejectedAfterAll(this.at, this.runner, this.withdraws);
		}

	}

	/** A person accepts what was rejected. */
	record AcceptsAfterAll(int at, long runner) implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.isAcceptedAfterAll(this.at, this.runner);
		}

	}

	/** A person undoes a decision. */
	record Undoes(int at, long runner) implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.isUndone(this.at, this.runner);
		}

	}

	/** A person enters a result for a runner. */
	record Enters(int at, long runner) implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.isEntered(this.at, this.runner);
		}

	}

	/** A runner takes the result back. */
	record Withdraws(int at, long runner) implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.withdraws(this.at, this.runner);
		}

	}

	/** The registration of a bib becomes known. */
	record RosterFillsIn(long runner) implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.rosterFillsIn(this.runner);
		}

	}

	/** Two runners swap their bibs. */
	record BibsAreSwapped() implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.bibsAreSwapped();
		}

	}

	/** A worker goes one step on. */
	record GoesOn(int at, int worker, CallEnd end) implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.goesOn(this.at, this.worker, this.end);
		}

	}

	/** A worker ends its turn, or makes a whole one. */
	record Delivers(int at, int worker, CallEnd end) implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.delivers(this.at, this.worker, this.end);
		}

	}

	/** A read begins, or waits for a lane. */
	record Reads(int at) implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.reads(this.at);
		}

	}

	/** A read ends. */
	record EndsRead(int at, boolean answered) implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.endsARead(this.at, this.answered);
		}

	}

	/** An organizer edits event and credential. */
	record Edits(int at) implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.isEdited(this.at);
		}

	}

	/** After some more statements a process loses its connection, or dies. */
	record Breaks(int at, int statements, boolean dies) implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.breaks(this.at, this.statements, this.dies);
		}

	}

	/** A process is killed. */
	record Dies(int at, CallEnd.Fate callsUnderWay) implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.dies(this.at, this.callsUnderWay);
		}

	}

	/** Time passes. */
	record Passes(int seconds) implements Happening {

		@Override
		public void in(RaceWeekend weekend) {
			weekend.passes(Duration.ofSeconds(this.seconds));
		}

	}

}
