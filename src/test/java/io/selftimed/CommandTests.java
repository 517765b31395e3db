package io.selftimed;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Command}.
 */
class CommandTests {

	@Test
	void withoutAWordRunnersAreServed() {
		assertThat(Command.of()).isEqualTo(Command.SERVE);
		assertThat(Command.of("--server.port=0")).isEqualTo(Command.SERVE);
	}

	@Test
	void itMovesUpByItsWord() {
		assertThat(Command.of("move-up", "--selftimed.move-up.from=old")).isEqualTo(Command.MOVE_UP);
	}

	@Test
	void aMisspeltWordStartsNothing() {
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(() -> Command.of("moveup"))
			.withMessageContaining("write move-up");
	}

}
