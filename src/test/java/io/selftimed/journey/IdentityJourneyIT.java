package io.selftimed.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.selftimed.sandbox.api.HarborRunners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every way in which a race can know its runners, in a real browser: on the smallest
 * phone and at a desk, with and without script, in every language. The event is Harbor
 * Miles, which no other class changes.
 */
@NeedsChromium
@ExtendWith(SharedSandbox.class)
@ResourceLock(SharedSandbox.LOCK)
class IdentityJourneyIT {

	private static final String EVENT = "harbor-miles";

	private final Chromium chromium = SharedSandbox.chromium();

	@AfterEach
	void leave() {
		rule("identity_rule = 'last-name', opens_at = current_timestamp - interval '7' day");
		this.chromium.everybodyLeavesWithoutComplaint();
	}

	@ParameterizedTest
	@CsvSource({ "SMALL_PHONE, es, 301", "PHONE_AT_NIGHT_WITHOUT_SCRIPT, fr, 302", "DESK_AT_NIGHT, en-US, 303" })
	void byLastName(Looks looks, String language, int bib) {
		RunnerWords runner = visitor(looks, language).opens(EVENT)
			.types("bib", String.valueOf(bib))
			.types("lastName", HarborRunners.lastName(bib));
		goesOnTo(runner, "received");
		correctsAndWithdraws(runner);
	}

	@ParameterizedTest
	@CsvSource({ "SMALL_PHONE, fr, 311", "PHONE_AT_NIGHT_WITHOUT_SCRIPT, es, 312", "DESK, en-US, 313" })
	void byBirthDate(Looks looks, String language, int bib) {
		rule("identity_rule = 'birth-date'");
		RunnerWords runner = visitor(looks, language).opens(EVENT)
			.types("bib", String.valueOf(bib))
			.types("birthDate", HarborRunners.birthDate(bib).plusDays(1).toString())
			.presses("form.submit");
		runner.page().locator("#problems").waitFor();
		assertThat(runner.text()).contains(runner.says("refusal.bib.birthDate"));
		isForEverybody(runner);
		goesOnTo(runner.types("birthDate", HarborRunners.birthDate(bib).toString()), "received");
	}

	@ParameterizedTest
	@CsvSource({ "SMALL_PHONE, fr, 321", "PHONE_AT_NIGHT_WITHOUT_SCRIPT, es, 323", "DESK, en-US, 325" })
	void byALinkThatComesByEmail(Looks looks, String language, int bib) {
		rule("identity_rule = 'email-link'");
		String address = bib + "@example.org";
		SharedSandbox.jdbc()
			.sql("update participant set email = :email where event_id = 41003 and bib in (:bib, :bib + 1)")
			.param("email", address)
			.param("bib", bib)
			.update();
		RunnerWords runner = visitor(looks, language).opens(EVENT).isAt("link.ask.title");
		isForEverybody(runner);
		runner.types("link.email", address).presses("link.ask.do").isAt("link.sent.title");
		isForEverybody(runner);
		String link = SharedSandbox.linkInTheMailTo(this.chromium.visitor(Looks.DESK), address, "/link/");
		runner.page().navigate(link);
		isForEverybody(runner.isAt("link.open.title"));
		runner.presses("link.open.do").isAt("link.choose.title");
		isForEverybody(runner);
		runner.page()
			.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(String.valueOf(bib + 1)))
			.press("Enter");
		runner.page().locator("#bib[value='" + (bib + 1) + "']").waitFor();
		goesOnTo(runner, "received");
		runner.page().navigate(link);
		runner.isAt("link.gone.title");
		isForEverybody(runner);
	}

	@ParameterizedTest
	@CsvSource({ "SMALL_PHONE, fr, 331", "PHONE_AT_NIGHT_WITHOUT_SCRIPT, es, 332", "DESK, en-US, 333" })
	void byNothingButTheBib(Looks looks, String language, int bib) {
		rule("identity_rule = 'bib-only'");
		RunnerWords runner = visitor(looks, language).opens(EVENT).types("bib", String.valueOf(bib));
		goesOnTo(runner, "held");
		assertThat(runner.text()).contains(runner.says("receipt.held.for.unproven"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "en-US", "es", "fr" })
	void anEventThatIsNotOpenYetSaysWhen(String language) {
		rule("opens_at = current_timestamp + interval '1' day");
		RunnerWords runner = visitor(Looks.SMALL_PHONE, language).opens(EVENT);
		runner.page().locator("main[data-window='early']").waitFor();
		runner.page().locator("[data-local]:not([hidden])").waitFor();
		isForEverybody(runner);
		runner.page().navigate("/");
		isForEverybody(runner);
	}

	@Test
	void theKeyboardAloneLeadsFromTheFrontPageToTheReceipt() {
		RunnerWords runner = visitor(Looks.DESK, "en-US");
		Page page = runner.page();
		page.navigate("/events/" + EVENT);
		runner.tabsTo("bib");
		page.keyboard().type("341");
		runner.tabsTo("lastName");
		page.keyboard().type(HarborRunners.lastName(341));
		runner.tabsTo("minutes");
		page.keyboard().type("61");
		page.keyboard().press("Enter");
		page.locator("#problems:focus").waitFor();
		page.keyboard().press("Tab");
		page.keyboard().press("Enter");
		page.locator("#minutes:focus").waitFor();
		page.keyboard().press("Control+A");
		page.keyboard().type("41");
		runner.tabsTo("elevationGain");
		page.keyboard().type("400");
		page.keyboard().press("Tab");
		page.keyboard().press("f");
		page.keyboard().press("Enter");
		page.locator("#elevationGain").press("Enter");
		runner.isAt("check.title");
		assertThat(runner.text()).contains("400 ft", "41:00");
		for (int pressed = 0; pressed < 20; pressed++) {
			page.keyboard().press("Tab");
			if (runner.says("check.send").equals(page.evaluate("document.activeElement.textContent.trim()"))) {
				page.keyboard().press("Enter");
				break;
			}
		}
		runner.comesTo("received");
	}

	/** Through the check page to the receipt. */
	private void goesOnTo(RunnerWords runner, String state) {
		isForEverybody(runner);
		runner.types("minutes", "44").types("seconds", "31").types("elevationGain", "120").presses("form.submit");
		isForEverybody(runner.isAt("check.title"));
		runner.presses("check.send").comesTo(state);
		isForEverybody(runner);
	}

	private void correctsAndWithdraws(RunnerWords runner) {
		runner.follows("receipt.correct").types("minutes", "43").presses("form.submit").isAt("check.title");
		assertThat(runner.text()).contains("43:31", runner.says("check.replaces.value", "44:31"));
		isForEverybody(runner);
		runner.presses("check.send").comesTo("received").follows("receipt.withdraw");
		isForEverybody(runner.isAt("change.withdraw.title"));
		runner.presses("change.withdraw.do").comesTo("withdrawn");
		isForEverybody(runner);
	}

	private RunnerWords visitor(Looks looks, String language) {
		return new RunnerWords(this.chromium.visitor(looks, language), language);
	}

	private void isForEverybody(RunnerWords runner) {
		this.chromium.isForEverybody(runner.page());
	}

	private static void rule(String columns) {
		SharedSandbox.jdbc().sql("update event set " + columns + " where event_id = 41003").update();
	}

}
