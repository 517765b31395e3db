package io.selftimed.sandbox.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A fault happens as often as was asked for, and no more.
 */
class FaultBoardTests {

	private final Deque<Integer> dice = new ArrayDeque<>();

	private final FaultBoard board = new FaultBoard((sides) -> this.dice.removeFirst());

	@Test
	void itHappensForTheNextCallsAndIsOver() {
		this.board.set(SetFault.next(2, Fault.CODE_5));
		this.board.set(SetFault.next(1, Fault.RESET));
		assertThat(next("race")).contains(Fault.CODE_5);
		assertThat(this.board.all().getFirst().calls()).isEqualTo(1);
		assertThat(next("race")).contains(Fault.CODE_5);
		assertThat(next("race")).contains(Fault.RESET);
		assertThat(next("race")).isEmpty();
	}

	@Test
	void itHappensToAShareOfTheCallsUntilItIsCleared() {
		this.board.set(new SetFault(Fault.SLOW, null, 30, Duration.ZERO, null, null));
		this.dice.addAll(List.of(29, 30, 0, 99));
		assertThat(next("race")).contains(Fault.SLOW);
		assertThat(next("race")).isEmpty();
		assertThat(next("race")).contains(Fault.SLOW);
		assertThat(next("race")).isEmpty();
		this.board.clear();
		assertThat(next("race")).isEmpty();
	}

	@Test
	void itMayBeForOneKindOfCallOnly() {
		this.board.set(new SetFault(Fault.CODE_7, 1, null, Duration.ZERO, "user-results", null));
		assertThat(next("race")).isEmpty();
		assertThat(next("user-results")).contains(Fault.CODE_7);
	}

	@Test
	void theBoardIsNotEndless() {
		for (int count = 0; count < 50; count++) {
			assertThat(this.board.set(SetFault.next(1, Fault.EMPTY))).isTrue();
		}
		assertThat(this.board.set(SetFault.next(1, Fault.EMPTY))).isFalse();
	}

	private Optional<Fault> next(String operation) {
		return this.board.next(operation).map(SetFault::fault);
	}

}
