package io.selftimed.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.submission.Receipts.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Corrections and withdrawals through a receipt, and corrections by strangers, over real
 * tables.
 */
@BothDatabases
class ThroughReceiptTests {

	private final TestDatabase database;

	private final SubmissionTables tables;

	private Instant now = HarborLights.NOON;

	ThroughReceiptTests(TestDatabase database) {
		this.database = database;
		this.tables = new SubmissionTables(database, () -> this.now, (event) -> {
		}, 5);
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database)
			.race()
			.harbor5k()
			.harborMiles()
			.participant(1, 101, "Marsh")
			.participant(2, 102, "Okafor");
	}

	@Test
	void aCorrectionThroughTheReceiptCountsThoughStrangersWait() {
		strangersAreHeld();
		String first = marsh(24);
		String second = this.tables.corrects(first, 25);
		assertThat(this.tables.state(first)).isEqualTo(State.SUPERSEDED);
		assertThat(this.tables.state(second)).isEqualTo(State.WAITING);
		assertThat(this.tables.published(OthersCorrection.class)).isEmpty();
		assertThat(this.tables.published(WantedChanged.class)).hasSize(2);
		assertThat(column("identity_shown")).containsExactly("last-name", "receipt");
	}

	@Test
	void theOlderReceiptLeadsToTheNewerThatCameThroughIt() {
		String first = marsh(24);
		String second = this.tables.corrects(first, 25);
		assertThat(this.tables.receipt(first).aftermath().ownResult()).isNotNull()
			.extracting(Aftermath.Later::token)
			.isEqualTo(second);
		assertThat(column("sealed_receipt")).last().asString().doesNotContain(second);
	}

	@Test
	void theOlderReceiptDoesNotLeadToWhatCameAnotherWay() {
		String first = marsh(24);
		pass(Duration.ofMinutes(5));
		marsh(25);
		Aftermath aftermath = this.tables.receipt(first).aftermath();
		assertThat(aftermath.ownNewest()).isNull();
		assertThat(aftermath.counting()).isEqualTo(new Aftermath.Later(this.now, "accepted", false, false, null));
	}

	@Test
	void aCorrectionStaysWithTheRunnerWhateverBibTheyHaveNow() {
		String first = marsh(24);
		this.database.jdbc().sql("update participant set bib = 101 where id = 2").update();
		this.database.jdbc().sql("update participant set bib = 150 where id = 1").update();
		String second = this.tables.corrects(first, 25);
		assertThat(this.tables.earlier(second).participantId()).isEqualTo(1);
		assertThat(this.tables.receipt(second).bib()).isEqualTo(101);
		assertThat(this.tables.earlier(second).bibNow()).isEqualTo(150);
	}

	@Test
	void aStrangersCorrectionWaitsAndTheEarlierReceiptTellsWhen() {
		strangersAreHeld();
		String first = marsh(24);
		pass(Duration.ofMinutes(5));
		String second = marsh(25);
		assertThat(this.tables.state(first)).isEqualTo(State.WAITING);
		assertThat(this.tables.receipt(first).aftermath().othersWaiting()).isEqualTo(this.now);
		assertThat(this.tables.state(second)).isEqualTo(State.HELD);
		assertThat(this.tables.receipt(second).heldFor()).containsExactly(HoldReason.STRANGER);
		assertThat(this.tables.published(OthersCorrection.class))
			.containsExactly(new OthersCorrection(1, id(first), id(second), true));
	}

	@Test
	void whereStrangersAreBelievedTheLaterCountsAndTheEarlierIsToldOf() {
		String first = marsh(24);
		String second = marsh(25);
		assertThat(this.tables.state(first)).isEqualTo(State.SUPERSEDED);
		assertThat(this.tables.published(OthersCorrection.class))
			.containsExactly(new OthersCorrection(1, id(first), id(second), false));
	}

	@Test
	void theReceiptOfAStrangersCorrectionOpensNoWayRoundThePersonWhoLooks() {
		strangersAreHeld();
		String marsh = marsh(24);
		String stranger = marsh(25);
		String again = this.tables.corrects(stranger, 26);
		assertThat(this.tables.state(again)).isEqualTo(State.HELD);
		this.tables.withdraws(stranger);
		assertThat(this.tables.state(marsh)).isEqualTo(State.WAITING);
		assertThat(this.tables.state(stranger)).as("as the stranger reads it").isEqualTo(State.WITHDRAWN);
		assertThat(column("review")).containsExactly("accepted", "held", "held", "held");
	}

	@Test
	void theReceiptOfARejectedResultOpensNoWayEither() {
		strangersAreHeld();
		String marsh = marsh(24);
		String stranger = marsh(25);
		this.database.jdbc().sql("update submission set review = 'rejected' where number = 2").update();
		assertThat(this.tables.state(this.tables.corrects(stranger, 26))).isEqualTo(State.HELD);
		this.tables.withdraws(stranger);
		assertThat(this.tables.state(marsh)).isEqualTo(State.WAITING);
		assertThat(column("review")).containsExactly("accepted", "rejected", "held");
	}

	@Test
	void onceAPersonAcceptedItTheReceiptOfAStrangerIsWorthAsMuchAsAny() {
		strangersAreHeld();
		marsh(24);
		String second = marsh(25);
		this.database.jdbc().sql("update submission set review = 'accepted' where number = 2").update();
		assertThat(this.tables.state(this.tables.corrects(second, 26))).isEqualTo(State.WAITING);
	}

	@Test
	void whoeverIsInDoubtStaysSoInACorrection() {
		String token = this.tables
			.accept(new Identified(1L, 101, IdentityShown.LAST_NAME, Set.of(HoldReason.AMBIGUOUS)), 24);
		String second = this.tables.corrects(token, 25);
		assertThat(this.tables.receipt(second).heldFor()).containsExactly(HoldReason.AMBIGUOUS);
		assertThat(this.tables.state(token)).isEqualTo(State.SUPERSEDED);
	}

	@Test
	void aWithdrawalTakesBackAllThatIsOlder() {
		String first = marsh(24);
		String second = this.tables.corrects(first, 25);
		this.tables.withdraws(second);
		assertThat(this.tables.state(first)).isEqualTo(State.WITHDRAWN);
		assertThat(this.tables.state(second)).isEqualTo(State.WITHDRAWN);
		assertThat(column("outcome")).containsExactly("FINISHED", "FINISHED", "WITHDRAWN");
		assertThat(this.tables.published(WantedChanged.class)).hasSize(3);
		assertThat(this.database.jdbc().sql("select count(*) from submission_log").query(Integer.class).single())
			.isEqualTo(3);
	}

	@Test
	void aWithdrawalDoneTwiceAtOnceIsDoneOnce() throws Exception {
		String token = marsh(24);
		Callable<Boolean> click = () -> {
			this.tables.withdraws(token);
			return true;
		};
		try (var executor = Executors.newFixedThreadPool(2)) {
			for (var done : executor.invokeAll(List.of(click, click))) {
				assertThat(done.get()).isTrue();
			}
		}
		assertThat(column("outcome")).containsExactly("FINISHED", "WITHDRAWN");
	}

	@Test
	void whoeverWithdrewMaySendANewResultByTheFormAndThroughTheReceipt() {
		strangersAreHeld();
		String first = marsh(24);
		this.tables.withdraws(first);
		String second = marsh(25);
		assertThat(this.tables.state(second)).isEqualTo(State.WAITING);
		this.tables.withdraws(second);
		assertThat(this.tables.state(this.tables.corrects(first, 26))).isEqualTo(State.WAITING);
		assertThat(this.tables.published(OthersCorrection.class)).isEmpty();
	}

	@Test
	void aWithdrawalIsPossibleHoweverManyWereSent() {
		String token = marsh(24);
		for (int minutes = 25; minutes < 29; minutes++) {
			token = this.tables.corrects(token, minutes);
		}
		String last = token;
		assertThatExceptionOfType(TooManyToday.class).isThrownBy(() -> this.tables.corrects(last, 29));
		this.tables.withdraws(last);
		assertThat(this.tables.state(last)).isEqualTo(State.WITHDRAWN);
	}

	@Test
	void whenCorrectionsAreOverNothingIsReplacedAnyMoreButANewRunnerMaySend() {
		String first = marsh(24);
		this.database.jdbc()
			.sql("update event set corrections_until = :now")
			.param("now", this.now.atOffset(java.time.ZoneOffset.UTC))
			.update();
		assertThatExceptionOfType(CorrectionsOver.class).isThrownBy(() -> this.tables.corrects(first, 25));
		assertThatExceptionOfType(CorrectionsOver.class).isThrownBy(() -> marsh(25));
		assertThatExceptionOfType(CorrectionsOver.class).isThrownBy(() -> this.tables.withdraws(first));
		assertThat(this.tables.state(this.tables.finishes(2, 102, 25))).isEqualTo(State.WAITING);
	}

	@Test
	void aProofCountsForItsOwnEventAndForADay() {
		String proof = this.tables.proof().of(id(marsh(24)));
		List<Checked.Refusal> refusals = new ArrayList<>();
		assertThat(this.tables.through(this.tables.event("harbor-miles"), proof, refusals)).isNull();
		assertThat(refusals).extracting(Checked.Refusal::message).containsExactly("refusal.receipt.expired");
		pass(Duration.ofHours(24).minusSeconds(1));
		assertThat(this.tables.through(this.tables.harbor5k(), proof, refusals)).isNotNull();
		pass(Duration.ofSeconds(1));
		assertThat(this.tables.through(this.tables.harbor5k(), proof, refusals)).isNull();
	}

	@Test
	void aProofOfOneSubmissionProvesNoOther() {
		long marsh = id(marsh(24));
		long okafor = id(this.tables.finishes(2, 102, 25));
		String proof = this.tables.proof().of(marsh);
		String forged = okafor + proof.substring(proof.indexOf('.'));
		assertThat(this.tables.through(this.tables.harbor5k(), forged, new ArrayList<>())).isNull();
		assertThat(this.tables.through(this.tables.harbor5k(), proof + "x", new ArrayList<>())).isNull();
	}

	private String marsh(int minutes) {
		return this.tables.finishes(1, 101, minutes);
	}

	private long id(String token) {
		return this.tables.earlier(token).id();
	}

	private void strangersAreHeld() {
		this.database.jdbc().sql("update event set stranger_correction = 'hold'").update();
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	private List<@Nullable String> column(String name) {
		return this.database.jdbc()
			.sql("select " + name + " from submission order by participant_id, number")
			.query((row, number) -> row.getString(1))
			.list();
	}

}
