package io.selftimed.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.microsoft.playwright.Page;
import org.awaitility.core.ConditionTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What somebody meets: every screen is looked at by axe, as it comes and as somebody with
 * other looks sees it, and goes into {@code target/screenshots} if pictures are wished.
 * The log tells whether it is made of the template that it names.
 */
final class Album {

	/** What makes a sandbox say in its log which template it filled. */
	static final String TELLS_TEMPLATES = "--logging.level.org.thymeleaf.TemplateEngine.TIMER=trace";

	private static final int TALLEST = 1800;

	private final RunningJar jar;

	private final Chromium chromium;

	private final Looks looks;

	private final Looks others;

	private final boolean pictures;

	private final Set<Screen> screens;

	private final List<String> complaints;

	/** How much of the log was read. */
	private int read;

	private Album(RunningJar jar, Chromium chromium, Looks looks, Looks others, boolean pictures, Set<Screen> screens,
			List<String> complaints) {
		this.jar = jar;
		this.chromium = chromium;
		this.looks = looks;
		this.others = others;
		this.pictures = pictures;
		this.screens = screens;
		this.complaints = complaints;
	}

	/** Of the shared sandbox, with pictures. */
	static Album withPictures(Looks looks, Looks others) {
		return new Album(SharedSandbox.jar(), SharedSandbox.chromium(), looks, others, true,
				EnumSet.noneOf(Screen.class), new ArrayList<>());
	}

	/** Of the shared sandbox, without pictures. */
	static Album withoutPictures(Looks looks, Looks others) {
		return new Album(SharedSandbox.jar(), SharedSandbox.chromium(), looks, others, false,
				EnumSet.noneOf(Screen.class), new ArrayList<>());
	}

	/** The same album for what another jar shows. */
	Album of(RunningJar jar, Chromium chromium) {
		return new Album(jar, chromium, this.looks, this.others, this.pictures, this.screens, this.complaints);
	}

	Looks looks() {
		return this.looks;
	}

	/** A person with these looks. */
	Page visitor(String language) {
		return this.chromium.visitor(this.looks, language);
	}

	/** The screens that were met. */
	Set<Screen> screens() {
		return this.screens;
	}

	/** What was found against them, empty if nothing was. */
	List<String> complaints() {
		return this.complaints;
	}

	/** Goes there and takes it. */
	void shows(Page page, Screen screen, String path) {
		page.navigate(path);
		takes(page, screen);
	}

	/** Takes what the page shows now. What is found against it is told in the end. */
	void takes(Page page, Screen screen) {
		page.waitForLoadState();
		this.screens.add(screen);
		demand(screen, () -> isMadeOfItsTemplate(page, screen));
		if (this.pictures) {
			picture(page, screen);
		}
		demand(screen, () -> this.chromium.isForEverybody(page));
		demand(screen, () -> this.chromium.isForEverybody(page, this.looks, this.others));
	}

	private void demand(Screen screen, Runnable demand) {
		try {
			demand.run();
		}
		catch (AssertionError | ConditionTimeoutException ex) {
			this.complaints.add(screen + ": " + ex.getMessage());
		}
	}

	private void isMadeOfItsTemplate(Page page, Screen screen) {
		String made = "TEMPLATE \"" + screen.template() + "\"";
		await().atMost(Duration.ofSeconds(5))
			.pollInterval(Duration.ofMillis(20))
			.untilAsserted(() -> assertThat(this.jar.log().indexOf(made, this.read))
				.as("%s, at %s, is made of %s", screen, page.url(), screen.template())
				.isNotNegative());
		this.read = this.jar.log().length();
	}

	private void picture(Page page, Screen screen) {
		int height = (int) page.evaluate("Math.ceil(document.documentElement.scrollHeight)");
		byte[] picture = page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setClip(0, 0, this.looks.width(), Math.min(height, TALLEST)));
		String colours = this.looks.colours().name().toLowerCase(Locale.ROOT);
		SmallPng.write(picture, Path.of("target", "screenshots",
				"%s-%d-%s.png".formatted(screen.picture(), this.looks.width(), colours)));
	}

}
