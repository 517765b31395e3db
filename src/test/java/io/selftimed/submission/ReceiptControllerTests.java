package io.selftimed.submission;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import io.selftimed.race.ClockTime;
import io.selftimed.race.Event;
import io.selftimed.race.Outcome;
import io.selftimed.submission.Aftermath.Later;
import io.selftimed.submission.DeliveryProgress.Progress;
import io.selftimed.submission.DeliveryProgress.Stage;
import io.selftimed.submission.Receipts.Receipt;
import io.selftimed.submission.Receipts.State;
import io.selftimed.submission.Receipts.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;

@PagesSlice
class ReceiptControllerTests {

	private static final Duration JUST_NOW = Duration.ofSeconds(5);

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Desk desk;

	@BeforeEach
	void clearDesk() {
		this.desk.clear();
	}

	@Test
	void unknownTokenIsNotFound() {
		assertThat(receipt()).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void waitingReceiptLooksAgainByItself() {
		this.desk.file(receipt(State.WAITING, JUST_NOW, new Progress(Stage.WAITING, null, 0, null)));
		assertThat(receipt()).hasStatusOk()
			.doesNotContainHeader("Refresh")
			.bodyText()
			.contains("<noscript><meta http-equiv=\"refresh\" content=\"1\"></noscript>", "data-look-again=\"1\"",
					"data-state=\"waiting\"", "We have your result", "on its way to RunSignup");
	}

	@Test
	void waitingReceiptSaysThatItIsTriedAgain() {
		this.desk.file(receipt(State.WAITING, JUST_NOW, new Progress(Stage.WAITING, null, 2, null)));
		assertThat(receipt()).bodyText().contains("RunSignup has not taken it yet", "we keep trying");
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "9, 1", "10, 2", "59, 2", "60, 15", "599, 15", "600, 60", "86400, 60" })
	void olderReceiptsLookAgainMoreSlowly(int age, String refresh) {
		this.desk.file(receipt(State.WAITING, Duration.ofSeconds(age), null));
		assertThat(receipt()).bodyText().contains("data-look-again=\"" + refresh + "\"");
	}

	@Test
	void receivedReceiptSaysWhenByRunSignupsOwnClock() {
		this.desk.file(received());
		assertThat(receipt()).bodyText()
			.doesNotContain("refresh", "data-look-again")
			.contains("data-state=\"received\"", "RunSignup received it on 23 November 2026 at 14:03:22 EST", "7001");
	}

	@Test
	void receiptShowsWhatWasSentAndNoMoreOfTheRunnerThanBibAndInitial() {
		this.desk.file(received());
		assertThat(receipt()).bodyText()
			.contains("101 (M.)", "24:31.5", "120 ft", "4:54 per km", "href=\"/receipts/" + Desk.TOKEN + "\"")
			.doesNotContain("type=\"submit\"");
	}

	@Test
	void receiptInTheSandboxLeadsToWhatRunSignupSaw() {
		this.desk.file(received());
		assertThat(receipt().flashAttr("sandboxConsole", "/sandbox")).bodyText()
			.contains("href=\"/sandbox?registration_id=41001101\"");
		assertThat(receipt()).bodyText().doesNotContain("/sandbox");
	}

	@ParameterizedTest
	@EnumSource(State.class)
	void everyStateHasItsWord(State state) {
		this.desk.file(receipt(state, JUST_NOW, null));
		assertThat(receipt()).hasStatusOk()
			.bodyText()
			.contains("data-state=\"" + state.word() + "\"")
			.doesNotContain("??");
	}

	@ParameterizedTest
	@CsvSource({ "30, in less than a minute", "60, in about a minute", "89, in about a minute",
			"300, in about 5 minutes", "7200, in about 2 hours" })
	void whileItSettlesTheReceiptSaysWhenItIsSentAndThatACorrectionStaysUnnoticed(int seconds, String when) {
		this.desk.file(receipt(State.WAITING, JUST_NOW,
				new Progress(Stage.WAITING, null, 0, null, Desk.NOW.plusSeconds(seconds))));
		assertThat(receipt()).bodyText()
			.contains("We send it to RunSignup " + when + ".",
					"Until then you can correct it without anybody noticing.");
	}

	@Test
	void nobodyIsToldToCorrectWhatTheEventLetsNobodyCorrect() {
		this.desk
			.file(of(Desk.OVER, State.WAITING, new Progress(Stage.WAITING, null, 0, null, later()), Aftermath.NONE));
		assertThat(receipt()).bodyText()
			.contains("We send it to RunSignup", "It could be corrected until 16 November 2026 at 14:03 (Eastern")
			.doesNotContain("without anybody noticing", "/correct", "/withdraw", "Send a result for another runner");
	}

	@Test
	void anOpenReceiptOffersCorrectionWithdrawalAndAnotherRunner() {
		this.desk.file(received());
		assertThat(receipt()).bodyText()
			.contains("You can correct or withdraw it until 23 December 2026 at 14:03 (Eastern Standard Time)",
					"href=\"/receipts/" + Desk.TOKEN + "/correct\"", "href=\"/receipts/" + Desk.TOKEN + "/withdraw\"",
					"href=\"/events/harbor-5k\"", "Send a result for another runner");
	}

	@Test
	void theLineToShareIsNotTheLink() {
		this.desk.file(received());
		assertThat(receipt()).bodyText()
			.contains(">Harbor Lights Virtual Run, Harbor 5K: bib 101, 24:31.5, 4:54 per km</p>",
					"hidden data-copy=\"Copied\"");
	}

	@ParameterizedTest
	@EnumSource(names = { "REFUSED", "REJECTED", "WITHDRAWN", "SUPERSEDED" })
	void whatDoesNotCountIsNotShared(State state) {
		this.desk.file(receipt(state, JUST_NOW, null));
		assertThat(receipt()).bodyText().doesNotContain("result-line");
	}

	@ParameterizedTest
	@EnumSource(HoldReason.class)
	void aHeldReceiptSaysWhatAPersonLooksAtAndWhomToAsk(HoldReason reason) {
		this.desk.file(new Receipt(7001, Desk.FIVE_K, 101L, "M", Outcome.DNF, null, null, null, Desk.NOW, State.HELD,
				null, Words.NONE, Set.of(reason), Aftermath.NONE));
		assertThat(receipt()).bodyText()
			.contains("Somebody from the race looks at it", "ask results@harbor.test", "data-look-again=\"1\"")
			.doesNotContain("??");
	}

	@Test
	void eMailAndNoteAreShownAsTheyWereSentButForTheNameInTheAddress() {
		this.desk.file(new Receipt(7001, Desk.FIVE_K, 101L, "M", Outcome.DNF, null, null, null, Desk.NOW, State.WAITING,
				null, new Words("m…@example.org", "<b>Sorry</b>"), Set.of(), Aftermath.NONE));
		assertThat(receipt()).bodyText().contains("m…@example.org", "&lt;b&gt;Sorry&lt;/b&gt;");
	}

	@Test
	void whoeverCorrectedThroughTheReceiptIsLedToTheNewerOne() {
		this.desk.file(of(Desk.FIVE_K, State.SUPERSEDED, null,
				new Aftermath(own("accepted", "newer"), own("accepted", "newer"), null)));
		assertThat(receipt()).bodyText()
			.contains("You corrected it on 23 November 2026 at 14:04:02 EST", "href=\"/receipts/newer\"")
			.doesNotContain("/correct\"", "/withdraw\"");
	}

	@Test
	void whatSomebodyElseSentIsToldOnlyByItsMoment() {
		this.desk.file(of(Desk.FIVE_K, State.SUPERSEDED, null, new Aftermath(others("accepted"), null, null)));
		assertThat(receipt()).bodyText()
			.contains("Another result was sent for this bib on 23 November 2026 at 14:04:02 EST, and counts.",
					"/correct\"", "/withdraw\"")
			.doesNotContain("See the newer one");
	}

	@Test
	void aHeldResultOfSomebodyElseIsToldAndTheOwnOneStands() {
		this.desk.file(of(Desk.FIVE_K, State.RECEIVED, new Progress(Stage.RECEIVED, later(), 1, null),
				new Aftermath(null, null, later())));
		assertThat(receipt()).bodyText()
			.contains("Another result was sent for this bib on 23 November 2026 at 14:04:02 EST. It waits for the "
					+ "organizer; yours stands.");
	}

	@Test
	void anOwnCorrectionThatIsHeldIsToldAndTheEarlierOneCountsMeanwhile() {
		this.desk.file(of(Desk.FIVE_K, State.RECEIVED, new Progress(Stage.RECEIVED, later(), 1, null),
				new Aftermath(null, own("held", "newer"), null)));
		assertThat(receipt()).bodyText()
			.contains("Your correction of 23 November 2026 at 14:04:02 EST waits", "href=\"/receipts/newer\"");
	}

	@Test
	void whoeverWithdrewReadsWhenAndMaySendANewResult() {
		Later withdrawal = new Later(later(), "accepted", true, true, "of-the-withdrawal");
		this.desk.file(of(Desk.FIVE_K, State.WITHDRAWN, null, new Aftermath(withdrawal, withdrawal, null)));
		assertThat(receipt()).bodyText()
			.contains("You withdrew it on 23 November 2026 at 14:04:02 EST", "Send a new result", "/correct\"")
			.doesNotContain("/withdraw\"", "of-the-withdrawal");
	}

	private MockMvcRequestBuilder receipt() {
		return this.mvc.get().uri("/receipts/{token}", Desk.TOKEN);
	}

	private static Receipt received() {
		return receipt(State.RECEIVED, JUST_NOW,
				new Progress(Stage.RECEIVED, Instant.parse("2026-11-23T19:03:22Z"), 1, 41001101L));
	}

	private static Receipt receipt(State state, Duration age, @Nullable Progress progress) {
		return new Receipt(7001, Desk.FIVE_K, 101L, "M", Outcome.FINISHED, ClockTime.of(0, 24, 315), "120 ft",
				(BigDecimal) null, Desk.NOW.minus(age), state, progress, Words.NONE, Set.of(), Aftermath.NONE);
	}

	private static Receipt of(Event event, State state, @Nullable Progress progress, Aftermath aftermath) {
		return new Receipt(7001, event, 101L, "M", Outcome.FINISHED, ClockTime.of(0, 24, 315), null, null, Desk.NOW,
				state, progress, Words.NONE, Set.of(), aftermath);
	}

	private static Later own(String review, String token) {
		return new Later(later(), review, false, true, token);
	}

	private static Later others(String review) {
		return new Later(later(), review, false, false, null);
	}

	private static Instant later() {
		return Desk.NOW.plusSeconds(40);
	}

}
