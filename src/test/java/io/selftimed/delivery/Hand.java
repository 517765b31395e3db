package io.selftimed.delivery;

import java.util.Objects;
import java.util.concurrent.Semaphore;

import io.selftimed.runsignup.Lane;
import io.selftimed.runsignup.RunSignup;
import io.selftimed.runsignup.RunSignupTables;
import io.selftimed.runsignup.UserResults;
import io.selftimed.runsignup.UserResultsAnswer;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One worker of a process, moved by hand: it runs the product's own turn, stops before
 * its call leaves, while it is under way and before its outcome is written down, and goes
 * on when it is told to. While a hand runs, everybody else waits: what happens is the
 * same each time.
 */
final class Hand implements RunSignup {

	private final Semaphore mayGo = new Semaphore(0);

	private final Semaphore hasStopped = new Semaphore(0);

	private final ModelRunSignup runSignup;

	private Stage stage = Stage.IDLE;

	private @Nullable UserResults results;

	private ModelRunSignup.@Nullable Visit visit;

	private @Nullable UserResultsAnswer answer;

	private boolean killed;

	private boolean didSomething;

	private @Nullable Throwable trouble;

	Hand(ModelRunSignup runSignup) {
		this.runSignup = runSignup;
	}

	Stage stage() {
		return this.stage;
	}

	/** What the call of this hand carries. */
	UserResults results() {
		return Objects.requireNonNull(this.results);
	}

	/** The call of this hand at RunSignup, while it is under way. */
	ModelRunSignup.Visit visit() {
		return Objects.requireNonNull(this.visit);
	}

	/**
	 * Begins a turn, until a call is about to leave.
	 * @return whether there is one
	 */
	boolean begins(Courier courier) {
		this.trouble = null;
		Thread.ofVirtual().start(() -> turn(courier));
		await();
		return this.stage == Stage.CLAIMED;
	}

	/**
	 * Lets the call leave.
	 * @return whether it left
	 */
	boolean leaves() {
		goesOn();
		return this.stage == Stage.GONE;
	}

	/** The call that is under way ends with an answer, which is not written down yet. */
	void isAnswered(UserResultsAnswer word) {
		this.answer = word;
		goesOn();
	}

	/**
	 * Writes the outcome down and ends the turn.
	 * @return whether it was a turn with a call, all of it written down
	 */
	boolean writesDown() {
		goesOn();
		return this.didSomething;
	}

	/** The process dies: the hand never comes to what it was about to do. */
	void isKilled() {
		if (this.stage != Stage.IDLE) {
			this.killed = true;
			goesOn();
		}
	}

	private void goesOn() {
		this.mayGo.release();
		await();
	}

	private void await() {
		this.hasStopped.acquireUninterruptibly();
		if (this.trouble instanceof Error error && !(error instanceof Killed)) {
			throw error;
		}
		if (this.trouble instanceof RuntimeException wrong && !isOfTheDatabase(wrong)) {
			throw wrong;
		}
	}

	/** The product's workers wait such trouble out. */
	private static boolean isOfTheDatabase(RuntimeException trouble) {
		return trouble instanceof DataAccessException || trouble instanceof TransactionException;
	}

	private void turn(Courier courier) {
		this.didSomething = false;
		try {
			this.didSomething = courier.deliverOnce();
		}
		catch (RuntimeException | Error ex) {
			this.trouble = ex;
		}
		this.stage = Stage.IDLE;
		this.hasStopped.release();
	}

	@Override
	public UserResultsAnswer postUserResults(Lane lane, UserResults results) {
		this.results = results;
		this.runSignup.isAboutToBeCalled(results);
		stopAt(Stage.CLAIMED);
		if (!RunSignupTables.hasTimeFor(lane, ModelRunSignup.DEADLINE)) {
			stopAt(Stage.ANSWERED);
			return new UserResultsAnswer.NeverSent("too little of the lane's lease was left");
		}
		this.visit = this.runSignup.isCalled(results);
		stopAt(Stage.GONE);
		UserResultsAnswer word = Objects.requireNonNull(this.answer);
		if (word instanceof UserResultsAnswer.Unknown) {
			RunSignupTables.stayShut(lane);
		}
		stopAt(Stage.ANSWERED);
		return word;
	}

	private void stopAt(Stage here) {
		this.stage = here;
		this.hasStopped.release();
		this.mayGo.acquireUninterruptibly();
		if (this.killed) {
			this.killed = false;
			throw new Killed();
		}
	}

	/** How far a turn is. */
	enum Stage {

		/** Nothing is under way. */
		IDLE,
		/** A claim is written down, and its call is about to leave. */
		CLAIMED,
		/** The call is under way. */
		GONE,
		/** The outcome is known here and written nowhere. */
		ANSWERED

	}

	/** The end of a process. */
	private static final class Killed extends Error {

		private static final long serialVersionUID = 1L;

		Killed() {
			super("killed", null, false, false);
		}

	}

}
