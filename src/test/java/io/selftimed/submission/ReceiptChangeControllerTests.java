package io.selftimed.submission;

import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Consumer;

import io.selftimed.race.ClockTime;
import io.selftimed.race.ElevationGain;
import io.selftimed.race.Event;
import io.selftimed.race.Outcome;
import io.selftimed.submission.Earlier.Standing;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Correcting and withdrawing through the pages.
 */
@PagesSlice
class ReceiptChangeControllerTests {

	private static final String RECEIPT = "/receipts/" + Desk.TOKEN;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Desk desk;

	@Autowired
	Vouchers vouchers;

	@Autowired
	ReceiptProof proof;

	@BeforeEach
	void clearDesk() {
		this.desk.clear();
		this.desk.file(sent(Desk.FIVE_K, Standing.STANDS));
	}

	@ParameterizedTest
	@ValueSource(strings = { "correct", "withdraw" })
	void unknownReceiptsAreNotFound(String what) {
		this.desk.clear();
		assertThat(this.mvc.get().uri(RECEIPT + "/" + what)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.post().uri(RECEIPT + "/" + what).with(csrf())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void thePhoneThatSentItFindsTheFormFilledInAsItWasSent() {
		assertThat(this.mvc.get().uri(RECEIPT + "/correct").cookie(ownCookie())).hasStatusOk()
			.satisfies(inOneLine("name=\"hours\" value=\"\""))
			.satisfies(inOneLine("name=\"minutes\" value=\"24\""))
			.satisfies(inOneLine("name=\"seconds\" value=\"31.5\""))
			.satisfies(inOneLine("value=\"400\""))
			.satisfies(inOneLine("<option value=\"ft\" selected=\"selected\">"))
			.satisfies(inOneLine("name=\"email\" value=\"m@example.org\""))
			.satisfies(inOneLine(">Two &lt;b&gt; words</textarea>"))
			.satisfies(inOneLine("name=\"bib\" value=\"101\""))
			.bodyText()
			.contains("Correct your result: Harbor 5K", "action=\"/events/harbor-5k/check\"", "name=\"receipt\"",
					"type=\"hidden\"")
			.doesNotContain("name=\"lastName\"", Desk.TOKEN);
	}

	@Test
	void theFormAfterAProblemIsStillACorrection() {
		assertThat(this.mvc.post()
			.uri("/events/harbor-5k/check")
			.param("receipt", this.proof.of(7001))
			.param("bib", "101")
			.param("change", "hours")).hasStatusOk()
			.bodyText()
			.contains("Correct your result", "name=\"receipt\"")
			.doesNotContain("name=\"lastName\"");
	}

	@Test
	void aProofThatEndedLeavesTheFormWithAllThatWasTypedAndAsksForTheName() {
		this.desk.refuse(Checked.Refusal.of("receipt", "refusal.receipt.expired"));
		assertThat(this.mvc.post()
			.uri("/events/harbor-5k/check")
			.param("receipt", "1.2.x")
			.param("bib", "101")
			.param("outcome", "FINISHED")
			.param("minutes", "24")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.satisfies(inOneLine("name=\"minutes\" value=\"24\""))
			.bodyText()
			.contains("Open your receipt and choose to correct it once more", "name=\"lastName\"")
			.doesNotContain("name=\"receipt\"", "href=\"#receipt\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "correct", "withdraw" })
	void anotherPhoneIsAskedForTheName(String what) {
		assertThat(this.mvc.get().uri(RECEIPT + "/" + what)).hasStatusOk()
			.bodyText()
			.contains("name=\"lastName\"", "show once more that it is yours", "bib 101", "name=\"_csrf\"")
			.doesNotContain("24:", "value=\"24\"", "m@example.org");
	}

	@Test
	void aWrongNameIsRefusedAndDoesNothing() {
		assertThat(this.mvc.post().uri(RECEIPT + "/withdraw").param("lastName", "<i>Okafor").with(csrf()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.satisfies(inOneLine("name=\"lastName\" value=\"&lt;i&gt;Okafor\""))
			.bodyText()
			.contains("There is a problem", "href=\"#lastName\"", "Check your last name");
		assertThat(this.mvc.post().uri(RECEIPT + "/correct").with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.doesNotContainHeader("Set-Cookie");
		assertThat(this.desk.withdrawn()).isEmpty();
	}

	@Test
	void theRightNameOpensTheFormForADay() {
		MvcTestResult answer = this.mvc.post()
			.uri(RECEIPT + "/correct")
			.param("lastName", "Marsh")
			.with(csrf())
			.exchange();
		assertThat(answer).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(RECEIPT + "/correct");
		Cookie cookie = answer.getResponse().getCookie(ReceiptCookie.NAME);
		assertThat(cookie).isNotNull();
		assertThat(this.mvc.get().uri(RECEIPT + "/correct").cookie(cookie)).bodyText().contains("name=\"minutes\"");
	}

	@Test
	void thePhoneThatSentItWithdrawsWithOneMoreClick() {
		assertThat(this.mvc.get().uri(RECEIPT + "/withdraw").cookie(ownCookie())).bodyText()
			.contains("Withdraw this result?", "Withdraw my result")
			.doesNotContain("name=\"lastName\"");
		assertThat(this.mvc.post().uri(RECEIPT + "/withdraw").cookie(ownCookie()).with(csrf()))
			.hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl(RECEIPT);
		assertThat(this.desk.withdrawn()).extracting(Earlier::id).containsExactly(7001L);
	}

	@Test
	void withdrawingNeedsItsToken() {
		assertThat(this.mvc.post().uri(RECEIPT + "/withdraw").cookie(ownCookie())).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.desk.withdrawn()).isEmpty();
	}

	@Test
	void theCookieOfAnotherReceiptOpensNothing() {
		Cookie other = new Cookie(ReceiptCookie.NAME,
				this.vouchers.issue("receipt-cookie", "another", ReceiptCookie.LASTS));
		assertThat(this.mvc.get().uri(RECEIPT + "/correct").cookie(other)).bodyText().contains("name=\"lastName\"");
		assertThat(this.mvc.post().uri(RECEIPT + "/withdraw").cookie(other).with(csrf()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.desk.withdrawn()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "correct", "withdraw" })
	void whenCorrectionsAreOverTheReceiptSaysSo(String what) {
		this.desk.file(sent(Desk.OVER, Standing.STANDS));
		assertThat(this.mvc.get().uri(RECEIPT + "/" + what).cookie(ownCookie())).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl(RECEIPT);
	}

	@Test
	void aWithdrawalThatComesTooLateLeadsToTheReceipt() {
		this.desk.endCorrections();
		assertThat(this.mvc.post().uri(RECEIPT + "/withdraw").cookie(ownCookie()).with(csrf()))
			.hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl(RECEIPT);
	}

	@Test
	void aCorrectionThatComesTooLateSaysUntilWhenItCould() {
		this.desk.endCorrections();
		assertThat(sending("/submit").param("submissionKey", "A".repeat(22)).with(csrf()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("This event took corrections until 23 December 2026 at 14:03", "value=\"24\"")
			.doesNotContain("Check my result");
	}

	@Test
	void theCheckPageSaysWhatACorrectionReplaces() {
		Earlier earlier = sent(Desk.FIVE_K, Standing.STANDS);
		this.desk.file(new Earlier(7001, Desk.FIVE_K, 1, 1, 101, 101,
				new Result(Outcome.FINISHED, ClockTime.of(0, 42, 5), earlier.result().elevationGain(), null), null,
				null, Desk.NOW, Standing.STANDS, Set.of()));
		this.desk.comesThrough(7001);
		assertThat(sending("/check")).hasStatusOk()
			.bodyText()
			.contains("replaces 42:00.5", "It replaces what you sent on 23 November 2026 at 14:03:22 EST.",
					"name=\"receipt\"")
			.doesNotContain("value=\"bib\"", "replaces Finished");
	}

	@Test
	void theCheckPageSaysWhichTotalACorrectionReplaces() {
		this.desk.file(new Earlier(7001, Desk.MILES, 1, 1, 101, 101,
				new Result(Outcome.FINISHED, ClockTime.of(0, 24, 315), null, new BigDecimal("40")), null, null,
				Desk.NOW, Standing.STANDS, Set.of()));
		this.desk.comesThrough(7001);
		assertThat(this.mvc.post()
			.uri("/events/harbor-miles/check")
			.param("receipt", this.proof.of(7001))
			.param("bib", "101")
			.param("outcome", "FINISHED")).bodyText().contains("replaces 40 miles");
	}

	@Test
	void ofWhatSomebodyElseSentTheCheckPageSaysNothing() {
		this.desk.file(sent(Desk.FIVE_K, Standing.OVERTAKEN));
		this.desk.comesThrough(7001);
		assertThat(sending("/check")).hasStatusOk().bodyText().doesNotContain("replaces");
	}

	@Test
	void whoeverSendsGetsTheCookieOfTheReceipt() {
		MvcTestResult answer = sending("/submit").param("submissionKey", "A".repeat(22)).with(csrf()).exchange();
		assertThat(answer).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(RECEIPT);
		assertThat(answer.getResponse().getHeaders("Set-Cookie"))
			.anySatisfy((cookie) -> assertThat(cookie).contains("selftimed-receipt=", "Path=" + RECEIPT + ";"));
	}

	private MockMvcTester.MockMvcRequestBuilder sending(String what) {
		return this.mvc.post()
			.uri("/events/harbor-5k" + what)
			.param("receipt", this.proof.of(7001))
			.param("bib", "101")
			.param("outcome", "FINISHED")
			.param("minutes", "24")
			.param("seconds", "31.5");
	}

	private Cookie ownCookie() {
		return new Cookie(ReceiptCookie.NAME, this.vouchers.issue("receipt-cookie", Desk.TOKEN, ReceiptCookie.LASTS));
	}

	static Earlier sent(Event event, Standing standing) {
		return new Earlier(7001, event, 1, 1, 101, 101,
				new Result(Outcome.FINISHED, ClockTime.of(0, 24, 315),
						new ElevationGain(new BigDecimal("400"), ElevationGain.Unit.FEET), null),
				"m@example.org", "Two <b> words", Desk.NOW, standing, Set.of());
	}

	private static Consumer<MvcTestResult> inOneLine(String text) {
		return (page) -> assertThat(body(page).replaceAll("\\s+", " ")).contains(text);
	}

	private static String body(MvcTestResult page) {
		try {
			return page.getResponse().getContentAsString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
