package io.selftimed.journey;

import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * What a runner does with the pages in a language, by the keys of its words.
 *
 * @param page the browser's page
 * @param language such as {@code es} or {@code en-US}
 */
record RunnerWords(Page page, String language) {

	private static final ResourceBundleMessageSource MESSAGES = messages();

	private static final List<String> TABBED = List.of("Tab", "Shift+Tab");

	RunnerWords opens(String slug) {
		this.page.navigate("/events/" + slug);
		return this;
	}

	/** Into a field by its name. */
	RunnerWords types(String field, String text) {
		this.page.getByLabel(says("field." + field), new Page.GetByLabelOptions().setExact(true)).fill(text);
		return this;
	}

	RunnerWords presses(String key, Object... arguments) {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(says(key, arguments)).setExact(true))
			.press("Enter");
		return this;
	}

	RunnerWords follows(String key) {
		this.page.getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText(says(key))).press("Enter");
		return this;
	}

	/** Until the page has its heading. */
	RunnerWords isAt(String key, Object... arguments) {
		this.page.locator("h1").filter(new Locator.FilterOptions().setHasText(says(key, arguments))).waitFor();
		return this;
	}

	/** Looks at the receipt again and again until it shows a state. */
	RunnerWords comesTo(String state) {
		this.page.waitForURL("**/receipts/*");
		Locator receipt = this.page.locator("main[data-state='" + state + "']");
		for (int looked = 0; looked < 75 && receipt.count() == 0; looked++) {
			this.page.waitForTimeout(100);
			this.page.reload();
		}
		receipt.waitFor();
		return this;
	}

	/** Waits until the receipt shows a state; it looks again by itself. */
	RunnerWords waitsUntil(String state) {
		this.page.waitForSelector("main[data-state='" + state + "']");
		return this;
	}

	/** By the tabulator alone, to what has this id. */
	RunnerWords tabsTo(String id) {
		for (int pressed = 0; pressed < 40; pressed++) {
			this.page.keyboard().press(TABBED.getFirst());
			if (id.equals(this.page.evaluate("document.activeElement.id"))) {
				return this;
			}
		}
		throw new AssertionError("the tabulator does not lead to " + id + " at " + this.page.url());
	}

	/** The words of a key. */
	String says(String key, Object... arguments) {
		return MESSAGES.getMessage(key, arguments, Locale.forLanguageTag(this.language));
	}

	/** What the runner reads. */
	String text() {
		return this.page.locator("main").innerText();
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
