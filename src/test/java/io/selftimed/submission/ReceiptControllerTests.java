package io.selftimed.submission;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import io.selftimed.race.ClockTime;
import io.selftimed.race.Outcome;
import io.selftimed.submission.DeliveryProgress.Progress;
import io.selftimed.submission.DeliveryProgress.Stage;
import io.selftimed.submission.Receipts.Receipt;
import io.selftimed.submission.Receipts.State;
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
			.hasHeader("Refresh", "2")
			.bodyText()
			.contains("data-state=\"waiting\"", "We have your result", "on its way to RunSignup");
	}

	@Test
	void waitingReceiptSaysThatItIsTriedAgain() {
		this.desk.file(receipt(State.WAITING, JUST_NOW, new Progress(Stage.WAITING, null, 2, null)));
		assertThat(receipt()).bodyText().contains("RunSignup has not taken it yet", "we keep trying");
	}

	@ParameterizedTest
	@CsvSource({ "0, 2", "59, 2", "60, 15", "599, 15", "600, 60", "86400, 60" })
	void olderReceiptsLookAgainMoreSlowly(int age, String refresh) {
		this.desk.file(receipt(State.WAITING, Duration.ofSeconds(age), null));
		assertThat(receipt()).hasHeader("Refresh", refresh);
	}

	@Test
	void receivedReceiptSaysWhenByRunSignupsOwnClock() {
		this.desk.file(received());
		assertThat(receipt()).doesNotContainHeader("Refresh")
			.bodyText()
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

	private MockMvcRequestBuilder receipt() {
		return this.mvc.get().uri("/receipts/{token}", Desk.TOKEN);
	}

	private static Receipt received() {
		return receipt(State.RECEIVED, JUST_NOW,
				new Progress(Stage.RECEIVED, Instant.parse("2026-11-23T19:03:22Z"), 1, 41001101L));
	}

	private static Receipt receipt(State state, Duration age, @Nullable Progress progress) {
		return new Receipt(7001, Desk.FIVE_K, 101L, "M", Outcome.FINISHED, ClockTime.of(0, 24, 315), "120 ft",
				(BigDecimal) null, Desk.NOW.minus(age), state, progress);
	}

}
