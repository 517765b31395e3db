package io.selftimed.delivery;

import java.time.Duration;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.runsignup.UserResult;
import io.selftimed.submission.SubmissionTables;
import io.selftimed.submission.WantedChanged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A withdrawal from the receipt to the wire, over real tables.
 */
@BothDatabases
class WithdrawalTests {

	private static final DeliverySettings SETTINGS = new DeliverySettings(4, Duration.ZERO, Duration.ofSeconds(30),
			Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10),
			Duration.ofDays(90), Duration.ofSeconds(1));

	private final TestDatabase database;

	private final DeliveryOffice office;

	private final SubmissionTables runners;

	WithdrawalTests(TestDatabase database) {
		this.database = database;
		this.office = new DeliveryOffice(database, SETTINGS);
		this.runners = new SubmissionTables(database, this.office::now, (event) -> {
			if (event instanceof WantedChanged(long participant, long eventId)) {
				this.office.changed(participant, eventId);
			}
		}, 20);
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().participant(1, 101, "Marsh");
	}

	@Test
	void whatRunSignupHasIsReplacedByTheOutcomeTheEventNames() {
		this.database.jdbc().sql("update event set withdrawal_outcome = 'DNF'").update();
		String receipt = this.runners.finishes(1, 101, 24);
		this.office.answersAllReceived();
		assertThat(this.office.deliver()).isTrue();
		this.runners.withdraws(receipt);
		this.office.answersAllReceived();
		assertThat(this.office.deliver()).isTrue();
		assertThat(this.office.lastSent().time()).isEqualTo(UserResult.Time.Code.DNF);
		assertThat(this.office.delivery(1)).containsEntry("state", "received");
		assertThat(this.office.deliver()).isFalse();
	}

	@Test
	void whatRunSignupNeverHeardOfIsNotSent() {
		String receipt = this.runners.finishes(1, 101, 24);
		this.runners.withdraws(receipt);
		assertThat(this.office.deliver()).isFalse();
		assertThat(this.office.calls()).isEmpty();
		assertThat(this.office.delivery(1)).containsEntry("state", "withdrawn");
	}

	@Test
	void aNewResultAfterAWithdrawalIsSent() {
		String receipt = this.runners.finishes(1, 101, 24);
		this.runners.withdraws(receipt);
		this.runners.finishes(1, 101, 25);
		this.office.answersAllReceived();
		assertThat(this.office.deliver()).isTrue();
		assertThat(this.office.lastSent().time()).isEqualTo(new UserResult.Time.Clock(1_500_000));
	}

}
