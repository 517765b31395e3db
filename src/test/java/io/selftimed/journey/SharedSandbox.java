package io.selftimed.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.selftimed.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One sandbox and one browser for all classes whose journeys leave each other alone: each
 * visitor is a fresh one, each class keeps to bibs of its own. They start with the first
 * such class and end with the last test. It keeps its data in PostgreSQL, so that a
 * journey can set up what no page does; other classes start the sandbox on H2.
 */
final class SharedSandbox implements BeforeAllCallback {

	/** A browser is for one class at a time, others may run beside it. */
	static final String LOCK = "browser";

	private static volatile @Nullable Running running;

	@Override
	public void beforeAll(ExtensionContext context) {
		running = context.getRoot()
			.getStore(ExtensionContext.Namespace.create(SharedSandbox.class))
			.computeIfAbsent("running", (key) -> new Running(), Running.class);
	}

	static RunningJar jar() {
		return running().jar;
	}

	static Chromium chromium() {
		return running().chromium;
	}

	/** Its database, for what no page sets up. */
	static JdbcClient jdbc() {
		return JdbcClient.create(new DriverManagerDataSource(running().url, "postgres", ""));
	}

	/** The organizer of the sandbox, signed in. */
	static Page organizer(Looks looks) {
		Page page = chromium().visitor(looks);
		signIn(page, "demo@selftimed.test", jar().organizerPassword());
		return page;
	}

	/** Somebody signs in at any jar. */
	static void signIn(Page page, String address, String password) {
		page.navigate("/login");
		page.getByLabel("E-mail address").fill(address);
		page.getByLabel("Password").fill(password);
		new RunnerPages(page).presses("Sign in");
		page.waitForURL("**/organizer");
	}

	/** Presses a button of the console. */
	static void turn(Page page, String path, String... fields) {
		FormData form = FormData.create();
		for (int at = 0; at < fields.length; at += 2) {
			form.set(fields[at], fields[at + 1]);
		}
		APIResponse answer = page.request().post("/sandbox" + path, RequestOptions.create().setForm(form));
		assertThat(answer.ok()).as(path).isTrue();
	}

	/**
	 * A link in the newest mail to an address that has one, from the sandbox's mailbox.
	 */
	static String linkInTheMailTo(Page page, String address, String beginning) {
		Locator link = page.locator("#mails li:has-text('" + address + "') a[href*='" + beginning + "']");
		for (int looked = 0; looked < 60; looked++) {
			page.navigate("/sandbox");
			if (link.count() > 0) {
				return URI.create(link.first().getAttribute("href")).getPath();
			}
			page.waitForTimeout(250);
		}
		throw new AssertionError("no mail to " + address);
	}

	private static Running running() {
		Running now = running;
		if (now == null) {
			throw new IllegalStateException("@ExtendWith(SharedSandbox.class) starts it");
		}
		return now;
	}

	private static final class Running implements AutoCloseable {

		private final Path dataDir = folder();

		private final String url = TestDatabase.POSTGRESQL.freshUrl();

		private final RunningJar jar = RunningJar.sandbox(this.dataDir, "--selftimed.submission.daily-limit=1000",
				"--spring.datasource.url=" + this.url, "--spring.datasource.username=postgres", Album.TELLS_TEMPLATES);

		private final Chromium chromium = new Chromium(this.jar.address());

		private static Path folder() {
			try {
				return Files.createTempDirectory("selftimed-journeys");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public void close() throws IOException {
			this.chromium.close();
			this.jar.close();
			FileSystemUtils.deleteRecursively(this.dataDir);
		}

	}

}
