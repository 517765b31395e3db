package io.selftimed.delivery;

import java.time.Duration;
import java.util.Set;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.delivery.Troubles.Cause;
import io.selftimed.delivery.Troubles.Pause;
import io.selftimed.delivery.Troubles.Stopped;
import io.selftimed.runsignup.UserResultsAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What other modules hear of deliveries in trouble.
 */
@BothDatabases
class TroublesTests {

	private static final DeliverySettings SETTINGS = new DeliverySettings(1, Duration.ZERO, Duration.ofSeconds(30),
			Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10),
			Duration.ofDays(90), Duration.ofSeconds(1));

	private final TestDatabase database;

	private final DeliveryOffice office;

	private final Troubles troubles;

	TroublesTests(TestDatabase database) {
		this.database = database;
		this.office = new DeliveryOffice(database, SETTINGS);
		this.troubles = DeliveryTables.troubles(database, this.office.gates());
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().harborMiles();
	}

	@Test
	void whileAllFlowsThereAreNone() {
		this.office.accepted(1, 101, 1_471_500);
		assertThat(this.troubles.pauses()).isEmpty();
	}

	@Test
	void aPauseNamesTheEventsWhoseResultsWait() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.answers(new UserResultsAnswer.CredentialBad(6, "Key authentication failed."));
		this.office.deliver();
		assertThat(this.troubles.pauses()).singleElement()
			.isEqualTo(new Pause("credential:0", Cause.CREDENTIAL, 6, "Key authentication failed.", HarborLights.NOON,
					Set.of(new Stopped(4100, 41001))));
		this.office.accepted(900, 41003, 101, 1_471_500);
		assertThat(this.troubles.pauses()).singleElement()
			.satisfies((pause) -> assertThat(pause.stopped()).containsExactly(new Stopped(4100, 41001),
					new Stopped(4100, 41003)));
	}

	@Test
	void runSignupIsAwaySinceTheFirstCallThatFailed() {
		for (int bib = 101; bib <= 103; bib++) {
			this.office.accepted(bib, bib, 1_471_500);
			this.office.answers(new UserResultsAnswer.NeverSent("the connection was refused"));
			this.office.deliver();
			this.office.pass(Duration.ofMillis(100));
		}
		assertThat(this.troubles.pauses()).singleElement().satisfies((pause) -> {
			assertThat(pause.isAway()).isTrue();
			assertThat(pause.since()).isEqualTo(HarborLights.NOON);
		});
	}

	@Test
	void anEventInDoubtIsPausedSinceTheRefusalThatDecided() {
		for (int bib = 101; bib <= 103; bib++) {
			this.office.accepted(bib, bib, 1_471_500);
			this.office.answers(new UserResultsAnswer.Refused(77, "Results are closed."));
			this.office.deliver();
			this.office.pass(Duration.ofHours(1));
		}
		assertThat(this.troubles.pauses()).singleElement().satisfies((pause) -> {
			assertThat(pause.cause()).isEqualTo(Cause.REFUSALS);
			assertThat(pause.since()).isEqualTo(HarborLights.NOON.plus(Duration.ofHours(2)));
		});
	}

	@Test
	void whatIsRefusedAloneIsTold() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.answers(new UserResultsAnswer.Refused(115, "Bib number is invalid."));
		this.office.deliver();
		assertThat(this.office.told()).containsExactly(new ResultRefused(1, 41001));
	}

	@Test
	void whatIsTriedAgainIsNotTold() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.answers(new UserResultsAnswer.Unavailable(5, "Database error."));
		this.office.deliver();
		assertThat(this.office.told()).isEmpty();
	}

}
