package io.selftimed.delivery;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runners and workers never wait for each other in a circle: whoever holds a delivery
 * needs no participant.
 */
@BothDatabases
class LockOrderTests {

	private static final DeliverySettings SETTINGS = new DeliverySettings(4, Duration.ZERO, Duration.ofSeconds(30),
			Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10),
			Duration.ofDays(90), Duration.ofSeconds(1));

	private final TestDatabase database;

	private final DeliveryOffice office;

	LockOrderTests(TestDatabase database) {
		this.database = database;
		this.office = new DeliveryOffice(database, SETTINGS);
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k();
	}

	@Test
	void anOutcomeIsWrittenWhileItsRunnerSendsAgain() {
		this.office.accepted(1, 101, 1_471_500);
		Claim claim = this.office.abandon(Duration.ofSeconds(30));
		whileTheRunnerIsLocked(() -> this.office.finish(claim, DeliveryOffice::allReceived));
		assertThat(this.office.delivery(1)).containsEntry("state", "received");
	}

	@Test
	void aLostClaimIsGivenUpWhileItsRunnerSendsAgain() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.abandon(Duration.ofSeconds(30));
		this.office.pass(Duration.ofMinutes(1));
		whileTheRunnerIsLocked(() -> this.office.abandon(Duration.ofSeconds(30)));
		assertThat(this.database.jdbc().sql("select lost_version from delivery").query(Integer.class).single()).isOne();
	}

	private void whileTheRunnerIsLocked(Runnable work) {
		this.database.transactions().executeWithoutResult((status) -> {
			this.database.jdbc().sql("select id from participant where id = 1 for update").query(Long.class).single();
			assertThat(CompletableFuture.runAsync(work)).as("the worker's transaction")
				.succeedsWithin(10, TimeUnit.SECONDS);
		});
	}

}
