package io.selftimed.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * What a runner does with the pages, by what the runner sees: labels and buttons.
 *
 * @param page the browser's page
 */
record RunnerPages(Page page) {

	RunnerPages opens(String slug) {
		this.page.navigate("/events/" + slug);
		return this;
	}

	RunnerPages types(String label, String text) {
		this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
		return this;
	}

	/** Marsh, 24:31.5, 120 m. */
	RunnerPages typesTheResultOfMarsh() {
		return types("Bib", "101").types("Last name", "Marsh")
			.types("Minutes", "24")
			.types("Seconds", "31.5")
			.types("Elevation gain", "120");
	}

	/** By the keyboard, as without script nothing tells when a page has come to rest. */
	RunnerPages presses(String button) {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).press("Enter");
		return this;
	}

	/** Follows a link by words in it. */
	RunnerPages follows(String words) {
		this.page.getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText(words)).press("Enter");
		return this;
	}

	RunnerPages checks() {
		return presses("Check my result");
	}

	RunnerPages sends() {
		return presses("Send my result");
	}

	String heading() {
		return this.page.locator("h1").innerText();
	}

	/** Looks at the receipt again and again until it shows a state. */
	RunnerPages comesTo(String state) {
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
	RunnerPages waitsUntil(String state) {
		this.page.waitForSelector("main[data-state='" + state + "']");
		return this;
	}

	/** What the runner reads. */
	String text() {
		return this.page.locator("main").innerText();
	}

	String url() {
		return this.page.url();
	}

}
