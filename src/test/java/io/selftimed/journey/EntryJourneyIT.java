package io.selftimed.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a runner types, in a real browser: a whole time, what may be wrong with it, and
 * the draft that stays on the phone.
 */
@NeedsChromium
@ExtendWith(SharedSandbox.class)
@ResourceLock(SharedSandbox.LOCK)
class EntryJourneyIT {

	private final Chromium chromium = SharedSandbox.chromium();

	@AfterEach
	void noPageComplained() {
		this.chromium.everybodyLeavesWithoutComplaint();
	}

	@ParameterizedTest
	@EnumSource(names = { "SMALL_PHONE", "PHONE_AT_NIGHT_WITHOUT_SCRIPT", "DESK" })
	void aWholeTimePastedIntoTheFirstBoxIsUnderstood(Looks looks) {
		Page page = this.chromium.visitor(looks);
		RunnerPages runner = new RunnerPages(page).opens("harbor-half").types("Bib", "101").types("Last name", "Marsh");
		page.getByLabel("Hours", new Page.GetByLabelOptions().setExact(true)).focus();
		page.keyboard().insertText("1:23:45,61");
		if (looks.script()) {
			page.getByText("1 hour 23 minutes 45.7 seconds, 3:58 per km").waitFor();
		}
		this.chromium.isForEverybody(page);
		runner.checks();
		assertThat(runner.text()).contains("1:23:45.7",
				"1 hour 23 minutes 45.7 seconds; 1:23:45.61 was rounded up to 1:23:45.7", "3:58 per km");
		this.chromium.isForEverybody(page);
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change Clock time")).press("Enter");
		page.locator("#hours:focus").waitFor();
		assertThat(value(page, "Hours")).isEqualTo("1:23:45,61");
		assertThat(value(page, "Last name")).isEqualTo("Marsh");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en-GB | ''       | 24 | 31.5  | 24 minutes 31.5 seconds      | 4:54 per km
			en-US | ''       | 24 | 31.5  | 24 minutes 31.5 seconds      | 7:54 per mile
			fr    | ''       | 24 | 31,5  | 24 minutes 31,5 secondes     | 4:54 par km
			en-GB | 0        | 59 | 59.91 | 1 hour                       | 12:00 per km
			en-US | 1        | '' | ''    | 1 hour                       | 19:19 per mile
			es-US | 83:45    | '' | ''    | 1 hora 23 minutos 45 segundos | 26:57 por milla
			en-GB | 24m31s   | '' | ''    | 24 minutes 31 seconds        | 4:54 per km
			en-GB | 26:00:01 | '' | ''    | 26 hours 1 second            | 5:12:00 per km
			en-US | ''       | 1  | 1     | 1 minute 1 second            | 0:20 per mile
			""")
	void theEchoSaysWhatTheCheckPageSays(String language, String hours, String minutes, String seconds, String duration,
			String pace) {
		Page page = this.chromium.visitor(Looks.PHONE, language);
		RunnerWords runner = new RunnerWords(page, language).opens("harbor-5k?bib=101")
			.types("lastName", "Marsh")
			.types("hours", hours)
			.types("minutes", minutes)
			.types("seconds", seconds);
		echo(page, duration + ", " + pace).waitFor();
		runner.presses("form.submit");
		assertThat(runner.text()).contains(duration, pace);
	}

	@Test
	void theEchoFallsSilentWhereThereIsNoTime() {
		Page page = this.chromium.visitor(Looks.PHONE);
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k").types("Seconds", "31");
		echo(page, "31 seconds").waitFor();
		runner.types("Seconds", "61,04");
		page.locator(".time-echo:empty").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
	}

	@Test
	void whatLooksWrongIsNamedAndGoesOnByTheSameButton() {
		Page page = this.chromium.visitor(Looks.PHONE);
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k")
			.types("Bib", "105")
			.types("Last name", "Reyes")
			.types("Hours", "24")
			.types("Minutes", "31")
			.types("Elevation gain", "700")
			.checks();
		assertThat(runner.text()).contains("Is this right?",
				"What you typed reads as 24 hours 31 minutes. Did you mean 24 minutes 31 seconds?",
				"700 m is more than 120 metres of climb for each kilometre.");
		this.chromium.isForEverybody(page);
		runner.sends().comesTo("received");
	}

	@Test
	void aDraftComesBackOnThisPhoneAndGoesWithTheReceipt() {
		Page page = this.chromium.visitor(Looks.PHONE);
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k")
			.types("Bib", "102")
			.types("Last name", "Okafor")
			.types("Minutes", "29")
			.types("Elevation gain", "120");
		page.getByLabel("Unit of the elevation gain").selectOption("ft");
		page.reload();
		draft(page).waitFor();
		assertThat(value(page, "Bib")).isEqualTo("102");
		assertThat(value(page, "Minutes")).isEqualTo("29");
		assertThat(page.getByLabel("Unit of the elevation gain").inputValue()).isEqualTo("ft");
		assertThat(page.locator(".time-echo").innerText()).startsWith("29 minutes");
		this.chromium.isForEverybody(page);
		runner.checks();
		runner.opens("harbor-5k");
		assertThat(value(page, "Bib")).as("before the receipt").isEqualTo("102");
		runner.checks().sends().comesTo("received").opens("harbor-5k");
		assertThat(value(page, "Bib")).isEmpty();
		assertThat(draft(page).isVisible()).isFalse();
	}

	@Test
	void aDraftCanBeClearedAndOverwritesNothing() {
		Page page = this.chromium.visitor(Looks.PHONE);
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k")
			.types("Bib", "103")
			.types("Last name", "Lindqvist");
		runner.opens("harbor-5k?bib=104");
		assertThat(value(page, "Bib")).isEqualTo("104");
		assertThat(value(page, "Last name")).isEmpty();
		runner.opens("harbor-half");
		assertThat(value(page, "Last name")).as("another event").isEmpty();
		runner.opens("harbor-5k?bib=103");
		assertThat(value(page, "Last name")).isEqualTo("Lindqvist");
		runner.presses("Clear what I typed");
		assertThat(value(page, "Last name")).isEmpty();
		assertThat(draft(page).isVisible()).isFalse();
		page.reload();
		assertThat(value(page, "Last name")).isEmpty();
	}

	@Test
	void aDraftKeepsNothingHiddenAndNothingForMoreThanADay() {
		Page page = this.chromium.visitor(Looks.PHONE);
		new RunnerPages(page).opens("harbor-5k").types("Bib", "103").types("Last name", "Lindqvist");
		assertThat((String) page.evaluate("localStorage.getItem('selftimed.draft.harbor-5k')")).contains("Lindqvist")
			.doesNotContain("csrf", "submissionKey", "identity", "birthDate");
		page.evaluate("""
				const draft = JSON.parse(localStorage.getItem('selftimed.draft.harbor-5k'));
				draft.at -= 24 * 60 * 60 * 1000;
				localStorage.setItem('selftimed.draft.harbor-5k', JSON.stringify(draft));""");
		new RunnerPages(page).opens("harbor-half");
		assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
	}

	@Test
	void aClosedEventSaysWhenInTheReadersOwnTimeAsWell() {
		Page page = this.chromium.visitor(Looks.PHONE);
		RunnerPages runner = new RunnerPages(page).opens("harbor-mile");
		page.getByText("In your own time:").waitFor();
		assertThat(runner.text()).contains("(Eastern ");
		this.chromium.isForEverybody(page);
	}

	private static Locator draft(Page page) {
		return page.getByText("What you typed before is back.");
	}

	private static String value(Page page, String label) {
		return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).inputValue();
	}

	private static Locator echo(Page page, String words) {
		return page.locator(".time-echo").filter(new Locator.FilterOptions().setHasText(words));
	}

}
