package io.selftimed.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Which faults are set. The oldest that fits a call happens to it.
 */
public final class FaultBoard {

	private static final int MOST = 50;

	private final List<SetFault> faults = new ArrayList<>();

	private final IntUnaryOperator dice;

	private boolean down;

	/**
	 * An empty board.
	 * @param dice throws a number from 0 to below its argument
	 */
	public FaultBoard(IntUnaryOperator dice) {
		this.dice = dice;
	}

	/**
	 * Sets a fault behind those that are set.
	 * @return whether there was room for one more
	 */
	public synchronized boolean set(SetFault fault) {
		return this.faults.size() < MOST && this.faults.add(fault);
	}

	/** What happens to the next call of a kind, empty if nothing does. */
	public synchronized Optional<SetFault> next(String operation) {
		for (int index = 0; index < this.faults.size(); index++) {
			SetFault fault = this.faults.get(index);
			if (fault.meets(operation) && happens(fault, index)) {
				return Optional.of(fault);
			}
		}
		return Optional.empty();
	}

	private boolean happens(SetFault fault, int index) {
		Integer share = fault.share();
		if (share != null) {
			return this.dice.applyAsInt(100) < share;
		}
		Integer calls = fault.calls();
		int left = ((calls != null) ? calls : 1) - 1;
		if (left > 0) {
			this.faults.set(index, fault.withCalls(left));
		}
		else {
			this.faults.remove(index);
		}
		return true;
	}

	/** What is set, oldest first. */
	public synchronized List<SetFault> all() {
		return List.copyOf(this.faults);
	}

	/** Forgets the faults; down stays down. */
	public synchronized void clear() {
		this.faults.clear();
	}

	/** Takes RunSignup down or brings it back. */
	public synchronized void down(boolean down) {
		this.down = down;
	}

	/** Whether RunSignup is down. */
	public synchronized boolean isDown() {
		return this.down;
	}

}
