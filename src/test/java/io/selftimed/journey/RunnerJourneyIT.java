package io.selftimed.journey;

import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.selftimed.sandbox.api.HarborRunners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runners and an organizer in a real browser, from the front page to RunSignup.
 */
@NeedsChromium
@ExtendWith(SharedSandbox.class)
@ResourceLock(SharedSandbox.LOCK)
class RunnerJourneyIT {

	private final Chromium chromium = SharedSandbox.chromium();

	@AfterEach
	void noPageComplained() {
		this.chromium.everybodyLeavesWithoutComplaint();
	}

	@ParameterizedTest
	@EnumSource(names = { "PHONE", "PHONE_AT_NIGHT_WITHOUT_SCRIPT", "DESK_AT_NIGHT" })
	void aResultGoesFromTheFrontPageToRunSignupAndTheDashboard(Looks looks) {
		Page page = this.chromium.visitor(looks);
		RunnerPages runner = new RunnerPages(page);
		page.navigate("/");
		this.chromium.isForEverybody(page);
		runner.follows("Harbor 5K");
		this.chromium.isForEverybody(page);
		runner.typesTheResultOfMarsh().checks();
		assertThat(runner.heading()).isEqualTo("Check your result");
		assertThat(runner.text()).contains("101", "Marsh", "24:31.5", "4:54", "120 m");
		this.chromium.isForEverybody(page);
		runner.sends().waitsUntil("received");
		assertThat(runner.text()).contains("RunSignup received it on");
		this.chromium.isForEverybody(page);
		runner.follows("What RunSignup saw");
		assertThat(runner.text()).contains("41001101", "24:31.5", "120 m");
		this.chromium.isForEverybody(page);
		seesItOnTheDashboard(page);
	}

	private void seesItOnTheDashboard(Page page) {
		page.navigate("/organizer");
		assertThat(page.url()).endsWith("/login");
		this.chromium.isForEverybody(page);
		page.getByLabel("E-mail address").fill("demo@selftimed.test");
		page.getByLabel("Password").fill("wrong");
		new RunnerPages(page).presses("Sign in");
		assertThat(page.url()).endsWith("/login?error");
		this.chromium.isForEverybody(page);
		page.getByLabel("E-mail address").fill("demo@selftimed.test");
		page.getByLabel("Password").fill(SharedSandbox.jar().organizerPassword());
		new RunnerPages(page).presses("Sign in");
		this.chromium.isForEverybody(page);
		page.navigate("/organizer/events/harbor-5k/submissions");
		String first = page.locator("tbody tr").first().textContent();
		assertThat(first).contains("101", "Marsh", "24:31.5", "120 m", "Received");
		for (String path : List.of("harbor-5k/submissions", "harbor-5k/deliveries", "harbor-mile", "harbor-half")) {
			page.navigate("/organizer/events/" + path);
			this.chromium.isForEverybody(page);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SMALL_PHONE", "PHONE_AT_NIGHT_WITHOUT_SCRIPT", "DESK" })
	void allThatIsWrongIsSaidAtOnceAndNothingTypedIsLost(Looks looks) {
		Page page = this.chromium.visitor(looks);
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k")
			.types("Bib", "one")
			.types("Last name", "<b>Marsh</b>")
			.types("Minutes", "61")
			.types("Seconds", "31.55")
			.types("Elevation gain", "1,200")
			.checks();
		assertThat(runner.text()).contains("There is a problem", "Enter your bib in digits, such as 101",
				"Enter minutes from 0 to 59", "Write 1200 or 1.2");
		assertThat(page.title()).startsWith("There is a problem");
		assertThat(page.getByLabel("Last name").inputValue()).isEqualTo("<b>Marsh</b>");
		assertThat(page.getByLabel("Seconds", new Page.GetByLabelOptions().setExact(true)).inputValue())
			.isEqualTo("31.55");
		page.locator("#problems:focus").waitFor();
		this.chromium.isForEverybody(page);
		page.locator("#problems a").first().click();
		page.locator("#bib:focus").waitFor();
	}

	@Test
	void whoDidNotFinishIsAskedForNoTime() {
		Page page = this.chromium.visitor(Looks.PHONE);
		RunnerPages runner = new RunnerPages(page).opens("harbor-miles")
			.types("Bib", "102")
			.types("Last name", "okafor");
		page.getByText("I started and did not finish").click();
		assertThat(page.getByLabel("Minutes").isVisible()).isFalse();
		runner.checks();
		assertThat(runner.text()).contains("Did not finish").doesNotContain("Clock time");
		runner.sends().comesTo("received");
	}

	@Test
	void aReceiptWaitsWhileRunSignupIsDownAndThenFlows() {
		Page page = this.chromium.visitor(Looks.PHONE);
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k");
		runner.presses("Take RunSignup down")
			.types("Bib", "110")
			.types("Last name", "Nguyen")
			.types("Minutes", "31")
			.checks()
			.sends()
			.waitsUntil("waiting");
		this.chromium.isForEverybody(page);
		String receipt = runner.url();
		runner.presses("Bring RunSignup back").waitsUntil("received");
		assertThat(runner.url()).isEqualTo(receipt);
	}

	@Test
	void changeLeadsBackToTheField() {
		Page page = this.chromium.visitor(Looks.PHONE);
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k").typesTheResultOfMarsh().checks();
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change Clock time")).click();
		page.locator(".time-boxes input:focus").waitFor();
		assertThat(page.getByLabel("Minutes").inputValue()).isEqualTo("24");
		runner.types("Minutes", "25").checks();
		assertThat(runner.text()).contains("25:31.5");
	}

	@Test
	void aDoubleClickAndTheBackButtonMakeOneSubmission() {
		Page page = this.chromium.visitor(Looks.PHONE);
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k")
			.types("Bib", "103")
			.types("Last name", "Lindqvist")
			.types("Minutes", "30")
			.checks();
		page.getByText("Send my result").dblclick();
		runner.comesTo("received");
		String receipt = runner.url();
		page.goBack();
		runner.sends().comesTo("received");
		assertThat(runner.url()).isEqualTo(receipt);
		page.reload();
		assertThat(runner.url()).isEqualTo(receipt);
	}

	@ParameterizedTest
	@EnumSource(names = { "PHONE_AT_NIGHT", "PHONE_AT_NIGHT_WITHOUT_SCRIPT", "DESK" })
	void aResultIsCorrectedAndWithdrawnThroughItsReceiptOnTheSamePhone(Looks looks) {
		Page page = this.chromium.visitor(looks);
		RunnerPages runner = finishes(page, 201 + looks.ordinal());
		String first = runner.url();
		this.chromium.isForEverybody(page);
		runner.follows("Correct this result");
		this.chromium.isForEverybody(page);
		assertThat(page.getByLabel("Minutes").inputValue()).isEqualTo("44");
		assertThat(page.getByLabel("Last name").count()).isZero();
		page.reload();
		runner.types("Minutes", "24").checks();
		assertThat(runner.text()).contains("24:31.5", "replaces 44:31.5", "It replaces what you sent on");
		this.chromium.isForEverybody(page);
		runner.sends().comesTo("received");
		String second = runner.url();
		page.navigate(first);
		assertThat(runner.text()).contains("A newer result replaced this one", "You corrected it on");
		this.chromium.isForEverybody(page);
		runner.follows("See the newer one");
		page.waitForURL(second);
		withdraws(page, runner);
		assertThat(runner.url()).isEqualTo(second);
		assertThat(runner.text()).contains("You withdrew it on").doesNotContain("Tell others");
		this.chromium.isForEverybody(page);
		runner.follows("Send a new result").checks().sends().comesTo("received");
	}

	private void withdraws(Page page, RunnerPages runner) {
		runner.follows("Withdraw it");
		page.waitForURL("**/withdraw");
		assertThat(runner.heading()).isEqualTo("Withdraw this result?");
		assertThat(page.getByLabel("Last name").count()).isZero();
		this.chromium.isForEverybody(page);
		runner.presses("Withdraw my result").comesTo("withdrawn");
	}

	@ParameterizedTest
	@EnumSource(names = { "PHONE", "PHONE_AT_NIGHT_WITHOUT_SCRIPT" })
	void anotherPhoneWithTheLinkIsAskedForTheNameOnce(Looks looks) {
		int bib = 211 + looks.ordinal();
		String receipt = finishes(this.chromium.visitor(Looks.PHONE), bib).url();
		Page page = this.chromium.visitor(looks);
		RunnerPages runner = new RunnerPages(page);
		page.navigate(receipt);
		runner.follows("Correct this result").types("Last name", "Somebody").presses("Go on to the form");
		page.locator("#problems").waitFor();
		assertThat(runner.text()).contains("There is a problem", "Check your last name");
		this.chromium.isForEverybody(page);
		runner.types("Last name", HarborRunners.lastName(bib)).presses("Go on to the form");
		assertThat(page.getByLabel("Minutes").inputValue()).isEqualTo("44");
		page.navigate(receipt);
		withdraws(page, runner);
	}

	@Test
	void aReceiptIsKeptTrueWithoutLosingItsPlaceAndTheResultIsCopied() {
		Page page = this.chromium.visitor(Looks.PHONE);
		page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k");
		runner.presses("Take RunSignup down")
			.types("Bib", "221")
			.types("Last name", HarborRunners.lastName(221))
			.types("Minutes", "31")
			.checks()
			.sends()
			.waitsUntil("waiting");
		page.getByText("Link to this receipt").focus();
		page.evaluate("window.stays = true");
		new RunnerPages(this.chromium.visitor(Looks.DESK)).opens("harbor-half").presses("Bring RunSignup back");
		runner.waitsUntil("received");
		assertThat(page.title()).startsWith("RunSignup has your result");
		assertThat(page.evaluate("window.stays")).isEqualTo(true);
		assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Link to this receipt");
		runner.presses("Copy my result");
		page.getByText("Copied").waitFor();
		assertThat(page.evaluate("navigator.clipboard.readText()"))
			.isEqualTo("Harbor Lights Virtual Run, Harbor 5K: bib 221, 31:00, 6:12 per km");
		this.chromium.isForEverybody(page);
		runner.follows("Send a result for another runner");
		page.waitForURL("**/events/harbor-5k");
	}

	/** 44:31.5, received by RunSignup. */
	private static RunnerPages finishes(Page page, int bib) {
		return new RunnerPages(page).opens("harbor-5k")
			.types("Bib", String.valueOf(bib))
			.types("Last name", HarborRunners.lastName(bib))
			.types("Minutes", "44")
			.types("Seconds", "31.5")
			.checks()
			.sends()
			.waitsUntil("received");
	}

	@Test
	void yesterdaysTabGetsTheCheckPageAgainWithAllValues() {
		Page page = this.chromium.visitor(Looks.PHONE);
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k")
			.types("Bib", "104")
			.types("Last name", "Tanaka")
			.types("Minutes", "31")
			.checks();
		page.context().clearCookies();
		runner.sends();
		assertThat(runner.heading()).isEqualTo("Check your result");
		assertThat(runner.text()).contains("This page had been open for a while", "Tanaka", "31:00");
		this.chromium.isForEverybody(page);
		runner.sends().comesTo("received");
	}

	@Test
	void publicPagesKeepNoSession() {
		Page page = this.chromium.visitor(Looks.PHONE);
		new RunnerPages(page).opens("harbor-5k").typesTheResultOfMarsh().checks();
		List<Cookie> cookies = page.context().cookies();
		assertThat(cookies).extracting((cookie) -> cookie.name)
			.noneMatch((name) -> name.toLowerCase(Locale.ROOT).contains("session"));
		assertThat(cookies).allMatch((cookie) -> cookie.httpOnly);
	}

	@Test
	void pagesThatAreNotThereSaySo() {
		Page page = this.chromium.visitor(Looks.PHONE);
		page.navigate("/receipts/nobodys");
		assertThat(new RunnerPages(page).heading()).isEqualTo("This page does not exist");
		this.chromium.isForEverybody(page);
		page.navigate("/events/harbor-mile");
		assertThat(new RunnerPages(page).text()).contains("stopped taking results");
		this.chromium.isForEverybody(page);
		page.navigate("/sandbox");
		this.chromium.isForEverybody(page);
	}

}
