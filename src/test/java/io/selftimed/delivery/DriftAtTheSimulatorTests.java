package io.selftimed.delivery;

import java.nio.file.Path;
import java.time.Duration;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.race.RaceTables;
import io.selftimed.runsignup.SimulatedRunSignup;
import io.selftimed.sandbox.fault.Fault;
import io.selftimed.submission.DeliveryProgress.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole of drift against the simulator, over HTTP.
 */
@BothDatabases
class DriftAtTheSimulatorTests {

	private static final long EVENT = 41001;

	private static final DeliverySettings SETTINGS = new DeliverySettings(25, Duration.ZERO, Duration.ofSeconds(30),
			Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10),
			Duration.ofDays(90), Duration.ofSeconds(1));

	private final TestDatabase database;

	private final DeliveryOffice office;

	private final SimulatedRunSignup runSignup;

	private final Comparisons comparisons;

	private final Comparison comparison;

	private final Resending resending;

	DriftAtTheSimulatorTests(TestDatabase database, @TempDir Path folder) {
		this.database = database;
		this.office = new DeliveryOffice(database, SETTINGS);
		this.runSignup = new SimulatedRunSignup(folder);
		RaceTables races = RaceTables.in(database);
		this.comparisons = new Comparisons(database.jdbc(), races.events(), new ComparisonSettings(Duration.ofHours(1)),
				this.office::now);
		this.comparison = new Comparison(this.comparisons, new Standings(database.jdbc()), this.runSignup.reads(),
				this.office.gates());
		this.resending = new LockedResending(database.transactions(), races.roster(), database.jdbc(), races.counts(),
				SETTINGS, this.office::now, new Bell());
	}

	@BeforeEach
	void threeResultsAreDelivered() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k();
		for (int runner = 1; runner <= 3; runner++) {
			this.office.accepted(runner, 100 + runner, 1_471_500 + runner * 1000);
		}
		deliver();
	}

	@AfterEach
	void stop() {
		this.runSignup.close();
	}

	private void deliver() {
		this.office.answers(this.runSignup::post);
		assertThat(this.office.deliver()).isTrue();
		this.office.pass(Duration.ofSeconds(1));
	}

	private void compare() {
		this.comparisons.ask(EVENT);
		this.comparison.compareNext(() -> true);
		this.office.pass(Duration.ofSeconds(1));
	}

	private @org.jspecify.annotations.Nullable Object drift(long runner) {
		return this.office.delivery(runner).get("drift");
	}

	private static long registration(long runner) {
		return EVENT * 1000 + 100 + runner;
	}

	@Test
	void approvedThenChangedThenForgottenThenSentAgainThenApprovedAgain() {
		compare();
		assertThat(this.office.progress(1).stage()).isEqualTo(Stage.RECEIVED);
		assertThat(drift(1)).isNull();
		this.runSignup.approveAll();
		compare();
		assertThat(this.office.progress(1).stage()).isEqualTo(Stage.APPROVED);
		this.runSignup.kept().change(EVENT, registration(1));
		this.runSignup.kept().forget(EVENT, registration(2));
		compare();
		assertThat(drift(1)).isEqualTo("differs");
		assertThat(drift(2)).isEqualTo("missing");
		assertThat(drift(3)).isNull();
		assertThat(this.resending.sendAgain(EVENT, 1, 7)).isTrue();
		assertThat(this.resending.sendAgain(EVENT, 2, 7)).isTrue();
		deliver();
		compare();
		assertThat(this.office.progress(2).stage()).isEqualTo(Stage.RECEIVED);
		assertThat(drift(2)).isNull();
		this.runSignup.approveAll();
		compare();
		assertThat(this.office.progress(2).stage()).isEqualTo(Stage.APPROVED);
		assertThat(drift(1)).isNull();
	}

	@Test
	void whereNobodyApprovesWhatWasForgottenIsMissing() {
		this.runSignup.approveAll();
		this.runSignup.demandApproval(EVENT, false);
		this.runSignup.kept().forget(EVENT, registration(2));
		compare();
		assertThat(drift(1)).isNull();
		assertThat(drift(2)).isEqualTo("missing");
		assertThat(this.office.progress(1).stage()).isEqualTo(Stage.RECEIVED);
	}

	@Test
	void aReadThatFailsChangesNothingAndStopsNoWrites() {
		this.runSignup.approveAll();
		compare();
		this.runSignup.kept().forget(EVENT, registration(2));
		this.runSignup.nextCallMeets(Fault.CODE_5);
		this.comparisons.ask(EVENT);
		this.comparison.compareNext(() -> {
			this.runSignup.nextCallMeets(Fault.CODE_5);
			return true;
		});
		assertThat(drift(2)).isNull();
		assertThat(this.office.gates().closed()).isEmpty();
		this.office.accepted(3, 103, 1_500_000);
		deliver();
		assertThat(this.office.delivery(3)).containsEntry("state", "received");
	}

}
