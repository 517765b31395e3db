package io.selftimed.delivery;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.runsignup.ClosedGate;
import io.selftimed.runsignup.ClosedGate.Cause;
import io.selftimed.runsignup.ClosedGate.Scope;
import io.selftimed.runsignup.UserResultsAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Deliveries before closed gates.
 */
@BothDatabases
class GateTests {

	private static final DeliverySettings SETTINGS = new DeliverySettings(1, Duration.ZERO, Duration.ofSeconds(30),
			Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(10),
			Duration.ofDays(90), Duration.ofSeconds(1));

	private final TestDatabase database;

	private final DeliveryOffice office;

	GateTests(TestDatabase database) {
		this.database = database;
		this.office = new DeliveryOffice(database, SETTINGS);
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().harborMiles();
	}

	@Test
	void aBadCredentialStopsCallsAndBurnsNoAttempts() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.accepted(2, 102, 1_471_500);
		this.office.answers(new UserResultsAnswer.CredentialBad(6, "Key authentication failed."));
		this.office.deliver();
		assertThat(this.office.deliver()).isFalse();
		assertThat(this.office.calls()).hasSize(1);
		assertThat(gate().scope()).isEqualTo(Scope.CREDENTIAL);
		assertThat(gate().message()).isEqualTo("Key authentication failed.");
		assertThat(failedAttempts()).containsOnly(0);
	}

	@Test
	void oneProbeIsMadeAndThenAllFlows() {
		for (int bib = 101; bib <= 103; bib++) {
			this.office.accepted(bib, bib, 1_471_500);
		}
		this.office.answers(new UserResultsAnswer.SetUpWrongly(201, "Race not found."));
		this.office.deliver();
		this.office.pass(Duration.ofSeconds(59));
		assertThat(this.office.deliver()).isFalse();
		this.office.pass(Duration.ofSeconds(1));
		Claim probe = this.office.abandon(Duration.ofSeconds(70));
		assertThat(this.office.deliver()).as("while the probe is under way").isFalse();
		this.office.finish(probe, DeliveryOffice.allReceived(probe.call()));
		this.office.answersAllReceived();
		this.office.answersAllReceived();
		assertThat(this.office.deliver()).isTrue();
		assertThat(this.office.deliver()).isTrue();
		assertThat(this.office.gates().closed()).isEmpty();
	}

	@Test
	void probesComeLaterAndLaterUpToAQuarterOfAnHour() {
		this.office.accepted(1, 101, 1_471_500);
		for (int minutes : new int[] { 0, 1, 2, 4, 8, 15, 15 }) {
			this.office.pass(Duration.ofMinutes(minutes).minusSeconds(minutes > 0 ? 1 : 0));
			if (minutes > 0) {
				assertThat(this.office.deliver()).as("before %s minutes", minutes).isFalse();
				this.office.pass(Duration.ofSeconds(1));
			}
			this.office.answers(new UserResultsAnswer.CredentialBad(13, "Not logged in."));
			assertThat(this.office.deliver()).as("after %s minutes", minutes).isTrue();
		}
	}

	@Test
	void anEventThatIsUnknownThereStopsNoOther() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.accepted(900, 41003, 101, 1_471_500);
		this.office.answers(new UserResultsAnswer.SetUpWrongly(301, "Event not found."));
		this.office.answersAllReceived();
		assertThat(this.office.deliver()).isTrue();
		assertThat(this.office.deliver()).isTrue();
		assertThat(this.office.deliver()).isFalse();
		assertThat(this.office.delivery(900)).containsEntry("state", "received");
		assertThat(gate().subject()).isEqualTo(41001);
	}

	@Test
	void anEditOpensAtOnce() {
		this.office.accepted(1, 101, 1_471_500);
		this.office.answers(new UserResultsAnswer.SetUpWrongly(223, "Event id not valid."));
		this.office.deliver();
		this.office.gates().open(4100, 41001);
		this.office.answersAllReceived();
		assertThat(this.office.deliver()).isTrue();
	}

	@Test
	void threeFailuresInARowAreAnOutageAndOneSuccessEndsIt() {
		for (int bib = 101; bib <= 104; bib++) {
			this.office.accepted(bib, bib, 1_471_500);
		}
		for (int call = 0; call < 3; call++) {
			assertThat(this.office.gates().closed()).isEmpty();
			this.office.answers(new UserResultsAnswer.Unavailable(null, "HTTP status 503 without results"));
			assertThat(this.office.deliver()).isTrue();
		}
		assertThat(gate().cause()).isEqualTo(Cause.OUTAGE);
		assertThat(this.office.deliver()).as("the fourth waits for a probe").isFalse();
		this.office.pass(Duration.ofSeconds(1));
		this.office.answersAllReceived();
		assertThat(this.office.deliver()).isTrue();
		assertThat(this.office.gates().closed()).isEmpty();
	}

	@Test
	void aSuccessBetweenFailuresIsNoOutage() {
		for (int bib = 101; bib <= 105; bib++) {
			this.office.accepted(bib, bib, 1_471_500);
		}
		for (int call = 0; call < 5; call++) {
			this.office.answers((call == 2) ? DeliveryOffice::allReceived
					: (results) -> new UserResultsAnswer.NeverSent("the connection was refused"));
			assertThat(this.office.deliver()).isTrue();
		}
		assertThat(this.office.gates().closed()).isEmpty();
	}

	@Test
	void threeRefusedAloneInARowBlameTheEventAndAreDueAgain() {
		for (int bib = 101; bib <= 103; bib++) {
			this.office.accepted(bib, bib, 1_471_500);
			this.office.answers(new UserResultsAnswer.Refused(77, "Results are closed."));
			this.office.deliver();
		}
		assertThat(gate().cause()).isEqualTo(Cause.REFUSALS);
		assertThat(states()).containsOnly("waiting");
		assertThat(this.office.counted()).containsEntry("waiting", 3L).containsEntry("refused", 0L);
		assertThat(this.office.deliver()).isFalse();
		this.office.gates().open(4100, 41001);
		for (int bib = 101; bib <= 103; bib++) {
			this.office.answersAllReceived();
			assertThat(this.office.deliver()).isTrue();
		}
		assertThat(states()).containsOnly("received");
	}

	@Test
	void otherCodesOrASuccessBetweenBlameTheResults() {
		List<UserResultsAnswer> answers = List.of(new UserResultsAnswer.Refused(77, "a"),
				new UserResultsAnswer.Refused(77, "a"), new UserResultsAnswer.Refused(78, "b"),
				new UserResultsAnswer.Refused(77, "a"));
		int bib = 101;
		for (UserResultsAnswer answer : answers) {
			this.office.accepted(bib, bib, 1_471_500);
			this.office.answers(answer);
			this.office.deliver();
			bib++;
		}
		assertThat(this.office.gates().closed()).isEmpty();
		assertThat(states()).containsOnly("refused");
	}

	@Test
	void badResultsInAGoodEventEndRefusedAndStopNobody() {
		for (int bib = 101; bib <= 103; bib++) {
			this.office.accepted(bib, bib, 1_471_500);
			this.office.answers(new UserResultsAnswer.Refused(115, "Bib number is invalid."));
			this.office.deliver();
		}
		this.office.accepted(104, 104, 1_471_500);
		this.office.pass(Duration.ofMinutes(1));
		this.office.answersAllReceived();
		assertThat(this.office.deliver()).as("the probe is one that was never refused").isTrue();
		assertThat(this.office.delivery(104)).containsEntry("state", "received");
		for (int call = 0; call < 3; call++) {
			this.office.answers(new UserResultsAnswer.Refused(115, "Bib number is invalid."));
			assertThat(this.office.deliver()).isTrue();
		}
		assertThat(states()).containsExactly("refused", "refused", "refused", "received");
		assertThat(this.office.counted()).containsEntry("waiting", 0L).containsEntry("refused", 3L);
	}

	private ClosedGate gate() {
		assertThat(this.office.gates().closed()).hasSize(1);
		return this.office.gates().closed().getFirst();
	}

	private Stream<Integer> failedAttempts() {
		return this.database.jdbc()
			.sql("select attempts from delivery")
			.query((row, number) -> row.getInt(1))
			.list()
			.stream();
	}

	private Stream<String> states() {
		return this.database.jdbc()
			.sql("select state from delivery order by participant_id")
			.query((row, number) -> row.getString(1))
			.list()
			.stream();
	}

}
