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
import io.selftimed.race.ClockTime;
import io.selftimed.race.Event;
import io.selftimed.race.Outcome;
import io.selftimed.race.RaceTables;
import io.selftimed.security.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LockedAcceptance} and {@link JdbcReceipts}.
 */
@BothDatabases
class AcceptanceTests {

	private static final String KEY = "abcdefghijklmnopqrstuv";

	private final TestDatabase database;

	private final List<Object> published = new ArrayList<>();

	private final RaceTables races;

	private final LockedAcceptance acceptance;

	private Instant now = HarborLights.NOON;

	private final ReceiptTokens tokens = new ReceiptTokens(new PlainHash());

	private final SealedReceipts sealed = new SealedReceipts(new TestKeys(1).box());

	AcceptanceTests(TestDatabase database) {
		this.database = database;
		this.races = RaceTables.in(database);
		Submissions submissions = new Submissions(database.jdbc());
		Ledger ledger = new Ledger(submissions, this.tokens, this.sealed, this.races.counts(), this::keep);
		this.acceptance = new LockedAcceptance(database.transactions(), this.races.roster(), submissions, this.tokens,
				ledger, () -> this.now, new SubmissionSettings(3, Duration.ofDays(90)));
	}

	/** What delivery has to know; that something was entered is told of each. */
	private void keep(Object event) {
		if (!(event instanceof Entered)) {
			this.published.add(event);
		}
	}

	@BeforeEach
	void harborLights() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().participant(1, 101, "Marsh");
	}

	@Test
	void theSamePageSentTwiceIsOneSubmission() {
		String first = this.acceptance.accept(event(), finished(24), KEY);
		assertThat(this.acceptance.accept(event(), finished(24), KEY)).isEqualTo(first);
		assertThat(numbers()).containsExactly(1);
		assertThat(this.published).hasSize(1);
	}

	@Test
	void otherValuesUnderTheSameKeyAreACorrection() {
		String first = this.acceptance.accept(event(), finished(24), KEY);
		assertThat(this.acceptance.accept(event(), finished(25), KEY)).isNotEqualTo(first);
		assertThat(numbers()).containsExactly(1, 2);
	}

	@Test
	void pagesSentAtOnceAreNumberedInOrder() throws Exception {
		List<Callable<String>> sends = new ArrayList<>();
		for (int minutes = 20; minutes < 26; minutes++) {
			Statement statement = finished(minutes / 2);
			sends.add(() -> this.acceptance.accept(event(), statement, KEY));
		}
		try (var executor = Executors.newFixedThreadPool(8)) {
			for (var send : executor.invokeAll(sends)) {
				assertThat(send.get()).hasSize(32);
			}
		}
		assertThat(numbers()).containsExactly(1, 2, 3);
	}

	@Test
	void whatWasAcceptedIsFoundByItsKeyAndValues() {
		assertThat(this.acceptance.find(event(), finished(24), KEY)).isEmpty();
		String token = this.acceptance.accept(event(), finished(24), KEY);
		assertThat(this.acceptance.find(event(), finished(24), KEY)).hasValue(token);
		assertThat(this.acceptance.find(event(), finished(25), KEY)).isEmpty();
	}

	@Test
	void aRunnerSendsNoMoreThanTheDailyLimitWithinADay() {
		for (int minutes = 24; minutes < 27; minutes++) {
			this.acceptance.accept(event(), finished(minutes), KEY);
		}
		assertThatExceptionOfType(TooManyToday.class)
			.isThrownBy(() -> this.acceptance.accept(event(), finished(27), KEY));
		assertThat(this.acceptance.accept(event(), finished(26), KEY)).as("the same page again").hasSize(32);
		this.now = this.now.plus(Duration.ofHours(24));
		this.acceptance.accept(event(), finished(27), KEY);
		assertThat(numbers()).containsExactly(1, 2, 3, 4);
	}

	@Test
	void theTokenItselfIsNotStored() {
		String token = this.acceptance.accept(event(), finished(24), KEY);
		assertThat(this.database.jdbc().sql("select receipt_hash from submission").query(String.class).single())
			.isNotEqualTo(token)
			.isEqualTo(this.tokens.stored(token));
	}

	@Test
	void aReceiptShowsWhatWasSentAndNoMoreThanAnInitial() {
		String token = this.acceptance.accept(event(), finished(24), KEY);
		Receipts.Receipt receipt = receipts().find(token).orElseThrow();
		assertThat(receipt.bib()).isEqualTo(101);
		assertThat(receipt.initial()).isEqualTo("M");
		assertThat(receipt.clockTime()).hasToString("24:00");
		assertThat(receipt.state()).isEqualTo(Receipts.State.WAITING);
	}

	@Test
	void aReplacedResultSaysSo() {
		String first = this.acceptance.accept(event(), finished(24), KEY);
		String second = this.acceptance.accept(event(), finished(25), KEY);
		assertThat(receipts().find(first).orElseThrow().state()).isEqualTo(Receipts.State.SUPERSEDED);
		assertThat(receipts().find(second).orElseThrow().state()).isEqualTo(Receipts.State.WAITING);
	}

	@Test
	void aStrangersCorrectionIsHeldWhereTheEventSaysSo() {
		this.database.jdbc().sql("update event set stranger_correction = 'hold'").update();
		String first = this.acceptance.accept(event(), finished(24), KEY);
		String second = this.acceptance.accept(event(), finished(25), KEY);
		assertThat(receipts().find(first).orElseThrow().state()).isEqualTo(Receipts.State.WAITING);
		assertThat(receipts().find(second).orElseThrow().state()).isEqualTo(Receipts.State.HELD);
		assertThat(this.published).filteredOn(WantedChanged.class::isInstance).hasSize(1);
	}

	@Test
	void aResultThatMayBeOneOfTwoRunnersIsHeld() {
		Statement marsh = finished(24);
		String token = this.acceptance.accept(event(),
				new Statement(new Identified(1L, 101, IdentityShown.LAST_NAME, Set.of(HoldReason.AMBIGUOUS)),
						marsh.result(), null, null),
				KEY);
		assertThat(receipts().find(token).orElseThrow().state()).isEqualTo(Receipts.State.HELD);
		assertThat(this.published).isEmpty();
	}

	@Test
	void aDoubtIsKeptWithTheSubmissionAndHoldsNothingByItself() {
		this.acceptance.accept(event(), finished(24), KEY);
		String token = this.acceptance.accept(event(), finished(12), KEY);
		assertThat(this.database.jdbc().sql("select doubts from submission order by number").query(String.class).list())
			.containsExactly("", "faster-than-anybody");
		assertThat(receipts().find(token).orElseThrow().state()).isEqualTo(Receipts.State.WAITING);
	}

	@Test
	void aDoubtIsHeldWhereTheEventSaysSo() {
		this.database.jdbc().sql("update event set review = 'doubtful'").update();
		this.acceptance.accept(event(), finished(24), KEY);
		String token = this.acceptance.accept(event(), finished(12), KEY);
		assertThat(receipts().find(token).orElseThrow().state()).isEqualTo(Receipts.State.HELD);
		assertThat(heldFor()).containsExactly("", "doubtful");
		assertThat(this.published).filteredOn(WantedChanged.class::isInstance).hasSize(1);
	}

	@Test
	void everyResultIsHeldWhereTheEventSaysSo() {
		this.database.jdbc().sql("update event set review = 'all'").update();
		this.acceptance.accept(event(), finished(24), KEY);
		this.acceptance.accept(event(), finished(12), KEY);
		assertThat(heldFor()).containsExactly("every", "every");
		assertThat(this.published).isEmpty();
	}

	private List<@Nullable String> heldFor() {
		return this.database.jdbc().sql("select held_for from submission order by number").query(String.class).list();
	}

	@Test
	void firstResultsForAnUnknownBibSentAtOnceMakeOneParticipant() throws Exception {
		Callable<String> dnf = () -> this.acceptance.accept(event(), bibOnly(Outcome.DNF), KEY);
		Callable<String> dns = () -> this.acceptance.accept(event(), bibOnly(Outcome.DNS), KEY);
		try (var executor = Executors.newFixedThreadPool(4)) {
			for (var send : executor.invokeAll(List.of(dnf, dns, dnf))) {
				assertThat(send.get()).hasSize(32);
			}
		}
		assertThat(this.races.roster().byBib(41001, 999)).singleElement()
			.satisfies((made) -> assertThat(made.registrationId()).isNull());
		assertThat(numbers()).containsExactly(1, 2);
		assertThat(this.published).as("all are held").isEmpty();
	}

	@Test
	void whoShowedNothingLearnsNoInitial() {
		Statement nothing = new Statement(
				new Identified(null, 101, IdentityShown.NOTHING, Set.of(HoldReason.MANY_TRIES)),
				new Result(Outcome.DNF, null, null, null), null, null);
		Receipts.Receipt receipt = receipts().find(this.acceptance.accept(event(), nothing, KEY)).orElseThrow();
		assertThat(receipt.bib()).isEqualTo(101);
		assertThat(receipt.initial()).isNull();
		assertThat(receipt.state()).isEqualTo(Receipts.State.HELD);
	}

	@Test
	void aCorrectionThroughAnEmailLinkIsNoStrangers() {
		this.database.jdbc().sql("update event set stranger_correction = 'hold'").update();
		this.acceptance.accept(event(), finished(24), KEY);
		Statement linked = new Statement(new Identified(1L, 101, IdentityShown.EMAIL_LINK, Set.of()),
				finished(25).result(), null, null);
		assertThat(receipts().find(this.acceptance.accept(event(), linked, KEY)).orElseThrow().state())
			.isEqualTo(Receipts.State.WAITING);
	}

	private static Statement bibOnly(Outcome outcome) {
		return new Statement(
				new Identified(null, 999, IdentityShown.NOTHING, Set.of(HoldReason.UNPROVEN, HoldReason.NOT_ON_ROSTER)),
				new Result(outcome, null, null, null), null, null);
	}

	@Test
	void anUnknownTokenHasNoReceipt() {
		assertThat(receipts().find("nobodys-token")).isEmpty();
	}

	private JdbcReceipts receipts() {
		DeliveryProgress waiting = (submission) -> new DeliveryProgress.Progress(DeliveryProgress.Stage.WAITING, null,
				0, null);
		return new JdbcReceipts(this.database.jdbc(), this.races.events(), waiting, this.tokens,
				new Aftermaths(this.database.jdbc(), this.sealed));
	}

	private Event event() {
		return this.races.events().bySlug("harbor-5k").orElseThrow();
	}

	private static Statement finished(int minutes) {
		return new Statement(new Identified(1L, 101, IdentityShown.LAST_NAME, Set.of()),
				new Result(Outcome.FINISHED, ClockTime.of(0, minutes, 0), null, null), null, null);
	}

	private List<@Nullable Integer> numbers() {
		return this.database.jdbc().sql("select number from submission order by number").query(Integer.class).list();
	}

	/** A keyed hash with a fixed key. */
	private static final class PlainHash implements io.selftimed.security.KeyedHash {

		@Override
		public byte[] of(String purpose, byte[] message) {
			try {
				var digest = java.security.MessageDigest.getInstance("SHA-256");
				digest.update(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
				return digest.digest(message);
			}
			catch (java.security.NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public List<byte[]> candidates(String purpose, byte[] message) {
			return List.of(of(purpose, message));
		}

	}

}
