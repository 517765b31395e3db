package io.selftimed.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From an empty database to a result that RunSignup has and its director approved: all by
 * hand, in the pages, in a real browser, against the simulator.
 */
@NeedsChromium
@ResourceLock(SharedSandbox.LOCK)
class SettingUpJourneyIT {

	private static final String PASSWORD = "harbor lights at dawn";

	@TempDir
	private static Path folder;

	private static RunningJar jar;

	private static Chromium chromium;

	@BeforeAll
	static void aNewInstallation() {
		jar = RunningJar.empty(folder);
		chromium = new Chromium(jar.address());
	}

	@AfterAll
	static void leave() {
		chromium.close();
		jar.close();
	}

	@Test
	void anOrganizerWhoNeverReadTheManualRunsARace() throws IOException {
		Page page = chromium.visitor(Looks.DESK);
		RunnerPages organizer = new RunnerPages(page);
		makesTheFirstAccount(page, organizer);
		opensTheRace(page, organizer);
		connectsTheRaceAnew(page, organizer);
		fetchesTheRoster(page, organizer);
		hasEverythingReviewed(page, organizer);

		RunnerPages runner = new RunnerPages(chromium.visitor(Looks.PHONE));
		runner.opens("harbor-5k")
			.types("Bib", "101")
			.types("Last name", "Marsh")
			.types("Minutes", "24")
			.types("Seconds", "31.5")
			.checks()
			.sends()
			.waitsUntil("held");

		page.navigate("/organizer/events/harbor-5k/review");
		page.locator("[data-queue] button")
			.filter(new Locator.FilterOptions().setHasText("Accept"))
			.first()
			.press("Enter");
		runner.comesTo("received");

		Page console = chromium.visitor(Looks.DESK);
		console.navigate("/sandbox");
		new RunnerPages(console).presses("Approve all 1");
		page.navigate("/organizer/events/harbor-5k/deliveries");
		organizer.presses("Compare now");
		runner.comesTo("approved");
		page.navigate("/organizer/events/harbor-5k");
		assertThat(page.locator("[data-state=received]").innerText()).contains("1");
		chromium.isForEverybody(page);
		looksAfterBackups(page, organizer);
		chromium.everybodyLeavesWithoutComplaint();
	}

	/** With copies of several sizes, at the desk by day and on a phone. */
	private static void looksAfterBackups(Page page, RunnerPages organizer) throws IOException {
		Path backups = Files.createDirectories(folder.resolve("backups"));
		Files.write(backups.resolve("selftimed-20260502T060000Z.zip"), new byte[41_200_000]);
		Files.write(backups.resolve("selftimed-20260501T060000Z.zip"), new byte[812_345]);
		page.navigate("/organizer/installation/backups");
		organizer.presses("Make a backup now");
		page.getByText("A backup was made.").waitFor();
		assertThat(page.locator("tbody tr").count()).isGreaterThanOrEqualTo(3);
		assertThat(page.locator("tbody").innerText()).contains("41.2 MB", "813 kB", "May 2, 2026, 06:00:00");
		chromium.isForEverybody(page);
		page.setViewportSize(390, 844);
		chromium.isForEverybody(page);
	}

	/** The log says where the link is, and not the link. */
	private static void makesTheFirstAccount(Page page, RunnerPages organizer) throws IOException {
		String link = Files.readString(folder.resolve("setup-link")).strip();
		assertThat(jar.log()).contains("setup-link").doesNotContain(link);
		page.navigate(link);
		chromium.isForEverybody(page);
		chromium.isForEverybody(page, Looks.DESK, Looks.PHONE_AT_NIGHT);
		page.getByLabel("E-mail address").fill("ann@example.org");
		page.getByLabel("Password").first().fill(PASSWORD);
		organizer.presses("Make the account");
		page.waitForURL("**/login?ready");
		page.getByLabel("E-mail address").fill("ann@example.org");
		page.getByLabel("Password").fill(PASSWORD);
		organizer.presses("Sign in");
		page.waitForURL("**/organizer");
		chromium.isForEverybody(page);
	}

	private static void opensTheRace(Page page, RunnerPages organizer) {
		organizer.follows("Open a race");
		page.waitForURL("**/races/new");
		chromium.isForEverybody(page);
		page.locator("#raceId").fill("4100");
		page.locator("#contact").fill("race@example.org");
		page.locator("input[name=kind][value=connect]").check();
		organizer.presses("Look the race up and open it");
		page.waitForURL("**/races/new/connect?*");
		chromium.isForEverybody(page);
		refuses(page, organizer);
		comesBackTo(page, "**/races/new?opening=*", "Nothing was changed: Selftimed was refused at RunSignup");
		staysTyped(page);
		organizer.presses("Look the race up and open it");
		allows(page, organizer, "4900");
		comesBackTo(page, "**/races/new?opening=*", "does not look after this race there");
		staysTyped(page);
		organizer.presses("Look the race up and open it");
		allows(page, organizer, "4100");
		comesBackTo(page, "**/races/new?opening=*", "The race is not open yet");
		staysTyped(page);
		assertThat(page.locator("#kind li").allInnerTexts()).contains("Harbor 5K");
		organizer.presses("Look the race up and open it");
		page.waitForURL("**/races/4100/events/new");
		chromium.isForEverybody(page);
		page.locator("input[name=chosen][value='41001']").check();
		page.locator("#slug-41001").fill("harbor-5k");
		organizer.presses("Open the ticked events");
		page.waitForURL("**/races/4100");
		chromium.isForEverybody(page);
	}

	/** What was there before stays when it is refused, and goes when it is allowed. */
	private static void connectsTheRaceAnew(Page page, RunnerPages organizer) {
		organizer.follows("Credential for RunSignup");
		page.waitForURL("**/races/4100/credential");
		chromium.isForEverybody(page);
		refuses(page, organizer);
		comesBackTo(page, "**/races/4100/credential", "Nothing was changed: Selftimed was refused at RunSignup");
		allows(page, organizer, "4100");
		comesBackTo(page, "**/races/4100/credential", "Connected. Results that waited for it are sent now.");
		page.navigate("/organizer/races/4100");
	}

	private static void refuses(Page page, RunnerPages organizer) {
		organizer.follows("Go to RunSignup and connect");
		page.waitForURL("**/RequestGrant?*");
		chromium.isForEverybody(page);
		organizer.presses("Refuse");
	}

	/** Somebody at RunSignup who looks after one race lets us in. */
	private static void allows(Page page, RunnerPages organizer, String race) {
		organizer.follows("Go to RunSignup and connect");
		page.waitForURL("**/RequestGrant?*");
		page.locator("#race").selectOption(race);
		organizer.presses("Allow");
	}

	private static void comesBackTo(Page page, String address, String words) {
		page.waitForURL(address);
		page.getByText(words).first().waitFor();
		chromium.isForEverybody(page);
	}

	private static void staysTyped(Page page) {
		assertThat(page.locator("#raceId").inputValue()).isEqualTo("4100");
		assertThat(page.locator("#contact").inputValue()).isEqualTo("race@example.org");
	}

	private static void fetchesTheRoster(Page page, RunnerPages organizer) {
		page.locator("h3 a[href$='/harbor-5k']").press("Enter");
		page.waitForURL("**/events/harbor-5k");
		chromium.isForEverybody(page);
		tab(page, "Roster");
		page.waitForURL("**/roster");
		chromium.isForEverybody(page);
		organizer.presses("Fetch from RunSignup now");
		page.getByText("400 new, 0 changed, 0 gone.").waitFor();
		chromium.isForEverybody(page);
	}

	private static void hasEverythingReviewed(Page page, RunnerPages organizer) {
		tab(page, "Rules");
		page.waitForURL("**/rules");
		chromium.isForEverybody(page);
		assertThat(page.locator("input[name=elevation][value=OPTIONAL]").isChecked()).isTrue();
		page.locator("input[name=elevation][value=OFF]").check();
		organizer.presses("Save");
		page.getByText("Runners meet these rules from now on").waitFor();
		page.locator("input[name=elevation][value=OPTIONAL]").check();
		page.locator("input[name=review][value=ALL]").check();
		organizer.presses("Save");
		organizer.presses("Save it all the same");
		page.getByText("Runners meet these rules from now on").waitFor();
	}

	private static void tab(Page page, String words) {
		page.locator(".event-tabs a").filter(new Locator.FilterOptions().setHasText(words)).press("Enter");
	}

}
