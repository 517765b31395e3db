package io.selftimed.runsignup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.selftimed.BothDatabases;
import io.selftimed.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Health while RunSignup is away: degraded, never down.
 */
@BothDatabases
class RunSignupHealthTests {

	private final TestDatabase database;

	private final Gates gates;

	private Instant now = Instant.parse("2026-07-01T12:00:00Z");

	RunSignupHealthTests(TestDatabase database) {
		this.database = database;
		this.gates = RunSignupTables.gates(database, () -> this.now);
	}

	@BeforeEach
	void empty() {
		this.database.clean();
	}

	private String status() {
		return new RunSignupHealth(this.gates).health().getStatus().getCode();
	}

	private void answered(UserResultsAnswer answer) {
		this.database.transactions().executeWithoutResult((status) -> this.gates.answered(4100, 41001, answer));
	}

	@Test
	void threeFailingCallsMakeItDegradedAndOneSuccessEndsThat() {
		assertThat(status()).isEqualTo("UP");
		for (int call = 0; call < 3; call++) {
			answered(new UserResultsAnswer.NeverSent("the connection was refused"));
		}
		assertThat(status()).isEqualTo("DEGRADED");
		this.now = this.now.plus(Duration.ofMinutes(1));
		answered(new UserResultsAnswer.Received(List.of()));
		assertThat(status()).isEqualTo("UP");
	}

	@Test
	void oneRacesTroubleIsNotEverybodys() {
		answered(new UserResultsAnswer.SetUpWrongly(201, "Race not found."));
		assertThat(status()).isEqualTo("UP");
	}

}
