package io.selftimed.journey;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.selftimed.sandbox.api.HarborRunners;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Takes pictures of every page, in light at a desk and in dark on a phone; of what the
 * README shows, in light on a phone too. No test, and not run as one: see
 * {@code docs/screenshots/make}.
 */
@NeedsChromium
@ExtendWith(SharedSandbox.class)
@ResourceLock(SharedSandbox.LOCK)
class ScreenshotMaker {

	private static final int TALLEST = 2400;

	private static PicturedRace race;

	@BeforeAll
	static void setUp() {
		race = new PicturedRace();
	}

	@ParameterizedTest
	@EnumSource(names = { "DESK", "PHONE_AT_NIGHT" })
	void takesPictures(Looks looks) {
		Page page = SharedSandbox.chromium().visitor(looks, "en-US");
		forms(page, looks);
		checks(page, looks);
		identities(page, looks);
		receipts(page, looks);
		languages(looks);
		Page organizer = SharedSandbox.organizer(looks);
		organizers(organizer, looks);
		console(organizer, looks);
	}

	@ParameterizedTest
	@EnumSource(names = "PHONE")
	void takesThePicturesOfTheReadme(Looks looks) {
		Page page = SharedSandbox.chromium().visitor(looks, "en-US");
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k").typesTheResultOfMarsh();
		picture(page, looks, "runner-form");
		runner.checks();
		picture(page, looks, "runner-check");
		runner.sends().waitsUntil("received");
		picture(page, looks, "runner-receipt-received");
	}

	private static void forms(Page page, Looks looks) {
		RunnerPages runner = new RunnerPages(page);
		shows(page, looks, "runner-front", "/");
		runner.opens("harbor-5k").typesTheResultOfMarsh();
		page.getByText("7:54 per mile").waitFor();
		picture(page, looks, "runner-form");
		page.reload();
		page.locator("#draft:not([hidden])").waitFor();
		picture(page, looks, "runner-form-draft");
		new RunnerPages(page).presses("Clear what I typed");
		shows(page, looks, "runner-form-tally", "/events/harbor-miles");
		runner.opens("harbor-5k").types("Bib", "one").types("Minutes", "61").types("Elevation gain", "1,200").checks();
		picture(page, looks, "runner-form-problems");
		shows(page, looks, "runner-closed", "/events/harbor-mile");
		race.event("harbor-miles", "opens_at = current_timestamp + interval '1' day");
		shows(page, looks, "runner-early", "/events/harbor-miles");
		race.event("harbor-miles", "opens_at = current_timestamp - interval '7' day");
		shows(page, looks, "runner-not-found", "/nothing");
	}

	private static void checks(Page page, Looks looks) {
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k").typesTheResultOfMarsh().checks();
		picture(page, looks, "runner-check");
		page.context().clearCookies();
		runner.sends();
		picture(page, looks, "runner-check-stale");
		runner.opens("harbor-5k")
			.types("Bib", "105")
			.types("Last name", "Reyes")
			.types("Hours", "24")
			.types("Minutes", "31")
			.types("Seconds", "")
			.types("Elevation gain", "700")
			.checks();
		picture(page, looks, "runner-check-doubts");
	}

	private static void identities(Page page, Looks looks) {
		race.event("harbor-miles", "identity_rule = 'birth-date'");
		shows(page, looks, "runner-form-birth-date", "/events/harbor-miles");
		race.event("harbor-miles", "identity_rule = 'email-link'");
		String address = "family-" + looks.ordinal() + "@example.org";
		SharedSandbox.jdbc()
			.sql("update participant set email = :email where event_id = 41003 and bib in (:bib, :bib + 40)")
			.param("email", address)
			.param("bib", 200 + looks.ordinal())
			.update();
		shows(page, looks, "runner-link-ask", "/events/harbor-miles");
		new RunnerPages(page).types("Your e-mail address", address).presses("Send me the link");
		picture(page, looks, "runner-link-sent");
		String link = linkInTheMailTo(page, address);
		shows(page, looks, "runner-link-open", link);
		new RunnerPages(page).presses("Go on");
		picture(page, looks, "runner-link-choose");
		shows(page, looks, "runner-link-gone", link);
		race.event("harbor-miles", "identity_rule = 'last-name'");
	}

	private static String linkInTheMailTo(Page page, String address) {
		Locator link = page.locator("#mails li:has-text('" + address + "') a");
		do {
			page.waitForTimeout(250);
			page.navigate("/sandbox");
		}
		while (link.count() == 0);
		return link.first().getAttribute("href");
	}

	private static void receipts(Page page, Looks looks) {
		for (String state : new String[] { "received", "approved", "held", "asked", "rejected", "refused", "superseded",
				"withdrawn" }) {
			shows(page, looks, "runner-receipt-" + state, race.receipt(state));
		}
		race.runSignupIsDown(true);
		shows(page, looks, "runner-receipt-waiting", race.receipt("waiting"));
		Page organizer = SharedSandbox.organizer(looks);
		organizer.waitForTimeout(2500);
		shows(organizer, looks, "organizer-deliveries-paused", "/organizer/events/harbor-5k/deliveries");
		race.runSignupIsDown(false);
		int bib = 160 + looks.ordinal();
		page.evaluate("localStorage.clear()");
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k")
			.types("Bib", String.valueOf(bib))
			.types("Last name", HarborRunners.lastName(bib))
			.types("Minutes", "28")
			.checks()
			.sends()
			.waitsUntil("received");
		runner.follows("Withdraw it");
		picture(page, looks, "runner-withdraw");
		runner.follows("Back to the receipt").follows("Correct this result");
		picture(page, looks, "runner-correct");
		shows(page, looks, "runner-correct-other-phone", race.receipt("received") + "/correct");
	}

	private static void languages(Looks looks) {
		Page spanish = SharedSandbox.chromium().visitor(looks, "es");
		new RunnerWords(spanish, "es").opens("harbor-5k").types("bib", "x").presses("form.submit");
		picture(spanish, looks, "runner-form-problems-spanish");
		Page french = SharedSandbox.chromium().visitor(looks, "fr");
		shows(french, looks, "runner-receipt-received-french", race.receipt("received"));
	}

	private static void organizers(Page page, Looks looks) {
		Page stranger = SharedSandbox.chromium().visitor(looks);
		shows(stranger, looks, "organizer-sign-in", "/login");
		shows(stranger, looks, "organizer-password", "/password");
		shows(page, looks, "organizer-events", "/organizer");
		shows(page, looks, "organizer-event", "/organizer/events/harbor-mile");
		shows(page, looks, "organizer-event-new", "/organizer/events/harbor-miles");
		shows(page, looks, "organizer-submissions", "/organizer/events/harbor-mile/submissions");
		shows(page, looks, "organizer-submissions-refused", "/organizer/events/harbor-mile/submissions?state=refused");
		page.locator("tbody tr a").first().press("Enter");
		page.waitForURL("**/submissions/*");
		picture(page, looks, "organizer-submission-refused");
		page.navigate("/organizer/events/harbor-half/review");
		picture(page, looks, "organizer-review");
		page.locator("[data-queue] h2 a").first().press("Enter");
		page.waitForURL("**/submissions/*");
		picture(page, looks, "organizer-submission-held");
		shows(page, looks, "organizer-review-without-doubts", "/organizer/events/harbor-half/review/plain");
		shows(page, looks, "organizer-deliveries", "/organizer/events/harbor-mile/deliveries");
		shows(page, looks, "organizer-drift", "/organizer/events/harbor-5k/deliveries");
		shows(page, looks, "organizer-roster", "/organizer/events/harbor-5k/roster");
		shows(page, looks, "organizer-roster-no-result", "/organizer/events/harbor-mile/roster?show=no-result");
		shows(page, looks, "organizer-roster-file", "/organizer/events/harbor-5k/roster/imports");
		page.navigate("/organizer/events/harbor-5k/roster/imports");
		page.locator("#file").setInputFiles(new FilePayload("roster.csv", "text/csv", """
				Bib;First name;Last name;Born;E-mail
				101;Ada;Marsh;1990-04-12;ada@example.org
				901;Noor;Haddad;3/4/1988;noor@example.org
				9O2;Sam;Weber;;
				;Mei;Tanaka;1979-11-30;
				""".getBytes(StandardCharsets.UTF_8)));
		new RunnerPages(page).presses("Look at it");
		page.waitForURL("**/imports/*");
		shows(page, looks, "organizer-roster-preview", URI.create(page.url()).getPath());
		page.navigate("/organizer/events/harbor-mile/roster?q=101");
		page.locator("tbody th a").first().press("Enter");
		page.waitForURL("**/roster/*");
		shows(page, looks, "organizer-participant", URI.create(page.url()).getPath());
		shows(page, looks, "organizer-participant-erase", URI.create(page.url()).getPath() + "/erase");
		shows(page, looks, "organizer-share", "/organizer/events/harbor-5k/share");
		shows(page, looks, "organizer-rules", "/organizer/events/harbor-5k/rules");
		shows(page, looks, "organizer-enter", "/organizer/events/harbor-5k/enter?bib=101");
		for (String part : new String[] { "settings", "credential", "people", "audit", "events/new" }) {
			shows(page, looks, "organizer-race-" + part.replace('/', '-'), "/organizer/races/4100/" + part);
		}
		shows(page, looks, "organizer-race", "/organizer/races/4100");
		shows(page, looks, "organizer-race-new", "/organizer/races/new");
		opening(page, looks);
		shows(page, looks, "organizer-account", "/organizer/account");
		shows(page, looks, "organizer-installation", "/organizer/installation");
		shows(page, looks, "organizer-installation-administrators", "/organizer/installation/administrators");
		shows(page, looks, "organizer-installation-backups", "/organizer/installation/backups");
		shows(page, looks, "organizer-installation-credential", "/organizer/installation/credential");
	}

	/** The race is not opened in the end, so that the next looks find it as new. */
	private static void opening(Page page, Looks looks) {
		RunnerPages organizer = new RunnerPages(page);
		page.locator("#raceId").fill("4900");
		page.locator("input[name=kind][value=connect]").check();
		organizer.presses("Look the race up and open it");
		page.waitForURL("**/races/new/connect?*");
		picture(page, looks, "organizer-race-new-connect");
		organizer.follows("Go to RunSignup and connect");
		page.waitForURL("**/RequestGrant?*");
		picture(page, looks, "sandbox-grant");
		organizer.presses("Refuse");
		page.waitForURL("**/races/new?opening=*");
		picture(page, looks, "organizer-race-new-refused");
		organizer.presses("Look the race up and open it");
		organizer.follows("Go to RunSignup and connect");
		page.waitForURL("**/RequestGrant?*");
		organizer.presses("Allow");
		page.waitForURL("**/races/new?opening=*");
		picture(page, looks, "organizer-race-new-connected");
		organizer.presses("Forget it and enter a key");
	}

	private static void console(Page page, Looks looks) {
		shows(page, looks, "sandbox-console", "/sandbox");
	}

	private static void shows(Page page, Looks looks, String name, String path) {
		page.navigate(path);
		picture(page, looks, name);
	}

	private static void picture(Page page, Looks looks, String name) {
		page.waitForLoadState();
		int height = (int) page.evaluate("Math.ceil(document.documentElement.scrollHeight)");
		byte[] picture = page.screenshot(
				new Page.ScreenshotOptions().setFullPage(true).setClip(0, 0, looks.width(), Math.min(height, TALLEST)));
		String colours = looks.colours().name().toLowerCase(Locale.ROOT);
		SmallPng.write(picture,
				Path.of("target", "screenshots", "%s-%d-%s.png".formatted(name, looks.width(), colours)));
	}

}
