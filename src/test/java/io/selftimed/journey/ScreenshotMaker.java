package io.selftimed.journey;

import java.nio.file.Path;
import java.util.Locale;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Takes pictures of every page. No test, and not run as one: see
 * {@code docs/screenshots/make}.
 */
@NeedsChromium
class ScreenshotMaker {

	@TempDir
	private static Path dataDir;

	private static RunningJar jar;

	private static Chromium chromium;

	@BeforeAll
	static void start() {
		jar = RunningJar.sandbox(dataDir);
		chromium = new Chromium(jar.address());
	}

	@AfterAll
	static void stop() {
		chromium.close();
		jar.close();
	}

	@ParameterizedTest
	@EnumSource
	void takesPictures(Looks looks) {
		Page page = chromium.visitor(looks);
		RunnerPages runner = new RunnerPages(page);
		page.navigate("/");
		picture(page, looks, "front");
		runner.opens("harbor-miles");
		picture(page, looks, "form-miles");
		runner.opens("harbor-5k").types("Bib", "one").types("Minutes", "61").checks();
		picture(page, looks, "form-problems");
		runner.opens("harbor-5k").typesTheResultOfMarsh();
		picture(page, looks, "form");
		runner.checks();
		picture(page, looks, "check");
		runner.sends().waitsUntil("received");
		picture(page, looks, "receipt");
		String receipt = page.url();
		runner.follows("Correct this result");
		picture(page, looks, "correct");
		page.navigate(receipt);
		runner.follows("Withdraw it");
		picture(page, looks, "withdraw");
		runner.opens("harbor-5k")
			.types("Bib", "105")
			.types("Last name", "Reyes")
			.types("Hours", "24")
			.types("Minutes", "31")
			.checks();
		picture(page, looks, "check-doubt");
		page.navigate("/sandbox?registration_id=41001101");
		page.getByLabel("Add 10 seconds to the result of registration 41001101").press("Enter");
		page.navigate("/sandbox");
		picture(page, looks, "console");
		page.navigate("/events/harbor-mile");
		picture(page, looks, "closed");
		page.navigate("/nothing");
		picture(page, looks, "not-found");
		page.navigate("/login");
		picture(page, looks, "login");
		page.getByLabel("E-mail address").fill("demo@selftimed.test");
		page.getByLabel("Password").fill(jar.organizerPassword());
		runner.presses("Sign in");
		page.waitForURL("**/organizer");
		picture(page, looks, "events");
		page.navigate("/organizer/events/harbor-5k/deliveries");
		runner.presses("Compare now");
		page.locator("[data-drift]").first().waitFor();
		picture(page, looks, "drift");
		page.navigate("/organizer/events/harbor-half");
		picture(page, looks, "dashboard-empty");
		page.navigate("/organizer/events/harbor-mile/submissions?state=refused");
		picture(page, looks, "submissions-refused");
		page.navigate("/organizer/events/harbor-mile/submissions");
		picture(page, looks, "submissions");
		page.navigate("/organizer/events/harbor-mile/deliveries");
		picture(page, looks, "deliveries");
		page.navigate("/organizer/events/harbor-mile");
		picture(page, looks, "dashboard");
	}

	private static void picture(Page page, Looks looks, String name) {
		boolean whole = !name.equals("submissions") && !name.equals("console");
		page.screenshot(new Page.ScreenshotOptions().setFullPage(whole)
			.setPath(Path.of("target", "screenshots",
					name + "-" + looks.width() + "-" + looks.colours().name().toLowerCase(Locale.ROOT) + ".png")));
	}

}
