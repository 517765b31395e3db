package io.selftimed.journey;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real Chromium that watches over what every page must keep: no error at its console,
 * nothing against the content security policy, nothing from another host.
 */
final class Chromium implements AutoCloseable {

	private static final String BUILD = """
			() => [...document.querySelectorAll('*')].map((element) => [element.tagName, element.className,
				element.getAttribute('role'), element.getAttribute('type'), element.getAttribute('aria-invalid'),
				element.hasAttribute('hidden'), element.hasAttribute('open'), element.textContent.trim() === ''].join())
				.join(' ')
				+ innerWidth + matchMedia('(prefers-color-scheme: dark)').matches""";

	private final Playwright playwright;

	private final Browser browser;

	private final URI address;

	private final List<String> complaints = new ArrayList<>();

	/** Pages without script, where axe cannot run: it is a script itself. */
	private final Set<Page> scriptless = new HashSet<>();

	private final Set<String> lookedAt = new HashSet<>();

	Chromium(URI address) {
		this.address = address;
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(NeedsChromium.Found.chromium())
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync")));
	}

	/** A person who never was here before, and reads English, though not in America. */
	Page visitor(Looks looks) {
		return visitor(looks, "en-GB");
	}

	/** A person who never was here before, and reads a language. */
	Page visitor(Looks looks, String language) {
		BrowserContext context = this.browser
			.newContext(new Browser.NewContextOptions().setViewportSize(looks.width(), 900)
				.setColorScheme(looks.colours())
				.setJavaScriptEnabled(looks.script())
				.setLocale(language)
				.setBaseURL(this.address.toString()));
		context.setDefaultTimeout(15_000);
		Page page = context.newPage();
		if (!looks.script()) {
			this.scriptless.add(page);
		}
		page.onConsoleMessage((message) -> {
			boolean expected = message.text().contains("status of 4");
			if (message.type().equals("error") && !expected) {
				this.complaints.add(page.url() + ": " + message.text());
			}
		});
		page.onPageError((error) -> this.complaints.add(page.url() + ": " + error));
		page.onRequest((request) -> {
			if (!request.url().startsWith(this.address.toString()) && !request.url().startsWith("data:")) {
				this.complaints.add(page.url() + " asks " + request.url());
			}
		});
		return page;
	}

	/**
	 * Everybody can use the page as it stands; it is no wider than its screen. A page of
	 * the same build, colours and width as one that was looked at is not looked at again.
	 */
	void isForEverybody(Page page) {
		if (!this.scriptless.contains(page) && this.lookedAt.add(build(page))) {
			assertThat(violations(page)).as("axe at " + page.url())
				.extracting((rule) -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
				.isEmpty();
		}
		assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
			.as("nothing sticks out at " + page.url())
			.isEqualTo(true);
	}

	/**
	 * Elements, their classes, roles and names, without the words and numbers in them.
	 */
	private static String build(Page page) {
		return (String) page.evaluate(BUILD);
	}

	/**
	 * There are no frames, so that nothing has to be put together on a page of its own.
	 */
	private static List<Rule> violations(Page page) {
		return new AxeBuilder(page).setLegacyMode(true)
			.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
			.analyze()
			.getViolations();
	}

	/** All visitors go home; no page did what none may do. */
	void everybodyLeavesWithoutComplaint() {
		List.copyOf(this.browser.contexts()).forEach(BrowserContext::close);
		this.scriptless.clear();
		List<String> said = List.copyOf(this.complaints);
		this.complaints.clear();
		assertThat(said).isEmpty();
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
