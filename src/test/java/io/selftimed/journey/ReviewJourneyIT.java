package io.selftimed.journey;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.selftimed.sandbox.api.HarborRunners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An organizer in a real browser: the queue by the keyboard, a question and its answer,
 * and every page that organizers have.
 */
@NeedsChromium
@ExtendWith(SharedSandbox.class)
@ResourceLock(SharedSandbox.LOCK)
class ReviewJourneyIT {

	private static final String EVENT = "/organizer/events/harbor-half";

	private final Chromium chromium = SharedSandbox.chromium();

	@AfterEach
	void leave() {
		SharedSandbox.jdbc().sql("update event set review = 'none' where event_id = 41002").update();
		this.chromium.everybodyLeavesWithoutComplaint();
	}

	@Test
	void theKeyboardAcceptsRejectsAndAsks() {
		SharedSandbox.jdbc().sql("update event set review = 'all' where event_id = 41002").update();
		String accepted;
		String rejected;
		String asked;
		try (RunnerOverHttp runner = new RunnerOverHttp(SharedSandbox.jar())) {
			accepted = sends(runner, 401);
			rejected = sends(runner, 402);
			asked = sends(runner, 403);
		}
		Page page = SharedSandbox.organizer(Looks.DESK);
		page.navigate(EVENT + "/review");
		page.keyboard().press("j");
		assertThat(focused(page)).contains("Bib 401");
		page.keyboard().press("j");
		page.keyboard().press("k");
		page.keyboard().press("a");
		said(page, "is accepted");
		assertThat(focused(page)).contains("Bib 402");
		page.keyboard().press("r");
		page.keyboard().type("Another course, a mile short");
		page.keyboard().press("Tab");
		page.keyboard().press("Enter");
		said(page, "is rejected");
		assertThat(focused(page)).contains("Bib 403");
		page.keyboard().press("q");
		page.keyboard().type("Was it a treadmill?");
		page.keyboard().press("Tab");
		page.keyboard().press("Enter");
		said(page, "is asked");
		runnersSee(accepted, rejected, asked);
		page.navigate(EVENT + "/review");
		assertThat(page.locator("main").innerText()).contains("Answered: No, around the harbor");
		this.chromium.isForEverybody(page);
		undoesARejection(page);
	}

	private void runnersSee(String accepted, String rejected, String asked) {
		RunnerWords runner = new RunnerWords(this.chromium.visitor(Looks.PHONE_AT_NIGHT, "en-US"), "en-US");
		runner.page().navigate(accepted);
		runner.comesTo("received");
		runner.page().navigate(rejected);
		assertThat(runner.text()).contains("Another course, a mile short");
		this.chromium.isForEverybody(runner.page());
		runner.page().navigate(asked);
		assertThat(runner.text()).contains("Was it a treadmill?");
		this.chromium.isForEverybody(runner.page());
		runner.page().locator("#question textarea").fill("No, around the harbor");
		runner.presses("receipt.answer.do");
		runner.page().getByText(runner.says("receipt.answer.given", "No, around the harbor")).waitFor();
		this.chromium.isForEverybody(runner.page());
	}

	/** What was decided in error, and has not gone out, waits again. */
	private void undoesARejection(Page page) {
		page.navigate(EVENT + "/submissions?state=rejected");
		page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("402")).locator("a").first().click();
		this.chromium.isForEverybody(page);
		new RunnerPages(page).presses("Put back to wait");
		said(page, "waits for a person again");
		page.navigate(EVENT + "/review");
		assertThat(page.locator("[data-queue]").innerText()).contains("Bib 402");
	}

	@Test
	void everyPageOfTheOrganizersIsForEverybody() {
		Page page = SharedSandbox.organizer(Looks.PHONE);
		for (String path : List.of("", "/events/harbor-mile", "/events/harbor-mile/submissions",
				"/events/harbor-mile/submissions?state=refused", "/events/harbor-half/review",
				"/events/harbor-half/review/plain", "/events/harbor-mile/deliveries", "/events/harbor-5k/roster",
				"/events/harbor-5k/roster/imports", "/events/harbor-mile/roster?show=no-result",
				"/installation/administrators", "/installation/backups", "/events/harbor-5k/share",
				"/events/harbor-5k/rules", "/events/harbor-5k/enter?bib=101", "/races/4100", "/races/4100/settings",
				"/races/4100/credential", "/races/4100/people", "/races/4100/audit", "/races/4100/events/new",
				"/races/new", "/account", "/installation", "/installation/credential")) {
			page.navigate("/organizer" + path);
			assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
			isForEverybodyByDayAndNight(page);
		}
		page.navigate("/organizer/events/harbor-mile/submissions");
		page.locator("tbody tr a").first().press("Enter");
		page.waitForURL("**/submissions/*");
		isForEverybodyByDayAndNight(page);
	}

	@Test
	void rostersAreForEverybodyDownToOneParticipantAndOneFile() {
		Page page = SharedSandbox.organizer(Looks.PHONE);
		page.navigate("/organizer/events/harbor-mile/roster?q=101");
		page.locator("tbody th a").first().press("Enter");
		page.waitForURL("**/roster/*");
		isForEverybodyByDayAndNight(page);
		page.navigate(page.url() + "/erase");
		isForEverybodyByDayAndNight(page);
		page.navigate("/organizer/events/harbor-5k/roster/imports");
		page.locator("#file").setInputFiles(new FilePayload("roster.csv", "text/csv", """
				Bib;First name;Last name;Born;E-mail
				101;Ada;Marsh;1990-04-12;ada@example.org
				9O2;Sam;Weber;3/4/1988;
				""".getBytes(StandardCharsets.UTF_8)));
		new RunnerPages(page).presses("Look at it");
		page.waitForURL("**/imports/*");
		assertThat(page.locator("main").innerText()).contains("9O2");
		isForEverybodyByDayAndNight(page);
		new RunnerPages(page).presses("Forget this file");
	}

	/** On a phone in the sun, and at a desk at night. */
	private void isForEverybodyByDayAndNight(Page page) {
		this.chromium.isForEverybody(page);
		this.chromium.isForEverybody(page, Looks.PHONE, Looks.DESK_AT_NIGHT);
	}

	private static String sends(RunnerOverHttp runner, int bib) {
		return runner.finish("harbor-half", bib, HarborRunners.lastName(bib), "1:43:00");
	}

	private static String focused(Page page) {
		return (String) page.evaluate("document.activeElement.innerText");
	}

	private static void said(Page page, String words) {
		page.locator("[role=status]").filter(new Locator.FilterOptions().setHasText(words)).waitFor();
	}

}
