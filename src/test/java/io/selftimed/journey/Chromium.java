package io.selftimed.journey;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real Chromium that watches over what every page must keep: no error at its console,
 * nothing against the content security policy, nothing from another host.
 */
final class Chromium implements AutoCloseable {

	/** Where something broke, and is meant to have. */
	static final String BROKEN = "/error";

	private static final int HEIGHT = 900;

	private static final String BUILD = """
			() => [...document.querySelectorAll('*')].map((element) => [element.tagName, element.className,
				element.getAttribute('role'), element.getAttribute('type'), element.getAttribute('aria-invalid'),
				element.hasAttribute('hidden'), element.hasAttribute('open'), element.textContent.trim() === ''].join())
				.join(' ')
				+ innerWidth + matchMedia('(prefers-color-scheme: dark)').matches""";

	/** What is found, with the first element that it is found at. */
	private static final String AXE = """
			(runOnly) => axe.run(document, { runOnly, resultTypes: ['violations'] })
				.then((found) => found.violations.map((rule) => rule.id + ': ' + rule.nodes[0].html))""";

	private static final Map<String, Object> BY_STANDARDS = Map.of("type", "tag", "values",
			List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));

	/** The only rules that colours matter to. */
	private static final Map<String, Object> BY_COLOURS = Map.of("type", "rule", "values",
			List.of("color-contrast", "link-in-text-block"));

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
			.newContext(new Browser.NewContextOptions().setViewportSize(looks.width(), HEIGHT)
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
			boolean expected = message.text().matches(".*status of (?:4..|503).*")
					|| message.location().contains(BROKEN + ":");
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
		isForEverybody(page, BY_STANDARDS);
	}

	/**
	 * Everybody can use the page as somebody with other looks sees it. Where nothing but
	 * the colours are others, axe looks at nothing but colours.
	 */
	void isForEverybody(Page page, Looks looks, Looks others) {
		look(page, others);
		try {
			isForEverybody(page, (looks.width() == others.width()) ? BY_COLOURS : BY_STANDARDS);
		}
		finally {
			look(page, looks);
		}
	}

	/** Without motion, as colours would change by degrees. */
	private static void look(Page page, Looks looks) {
		page.setViewportSize(looks.width(), HEIGHT);
		page.emulateMedia(
				new Page.EmulateMediaOptions().setColorScheme(looks.colours()).setReducedMotion(ReducedMotion.REDUCE));
	}

	private void isForEverybody(Page page, Map<String, Object> by) {
		if (!this.scriptless.contains(page) && this.lookedAt.add(build(page))) {
			assertThat((List<?>) violations(page, by)).as("axe at " + page.url()).isEmpty();
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
	 * Axe comes into each page once. There are no frames, so that nothing has to be put
	 * together on a page of its own.
	 */
	private static Object violations(Page page, Map<String, Object> by) {
		if (!page.evaluate("typeof axe").equals("object")) {
			page.evaluate("() => {" + AxeBuilder.getAxeScript() + "}");
		}
		return page.evaluate(AXE, by);
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
