package io.selftimed.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Page;

/**
 * What other installations show: one that nobody has an account of yet, with its data in
 * a file, one whose disk is full, and one whose database is away.
 */
final class FirstScreens {

	private static final String ADDRESS = "ann@example.org";

	private static final String PASSWORD = "harbor lights at dawn";

	private FirstScreens() {
	}

	/** The link counts once, so that all look at it before one uses it. */
	static void visitANewInstallation(Path folder, List<Album> albums) {
		try (RunningJar jar = RunningJar.empty(folder, Album.TELLS_TEMPLATES);
				Chromium chromium = new Chromium(jar.address())) {
			String link = Files.readString(folder.resolve("setup-link")).strip();
			List<Album> here = albums.stream().map((album) -> album.of(jar, chromium)).toList();
			here.forEach((album) -> setsUp(album, link));
			Page first = here.getFirst().visitor("en-US");
			first.navigate(link);
			makesTheAccount(first, PASSWORD);
			first.waitForURL("**/login?ready");
			here.forEach(FirstScreens::looksAround);
			chromium.everybodyLeavesWithoutComplaint();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void setsUp(Album album, String link) {
		Page page = album.visitor("en-US");
		album.shows(page, Screen.RUNNER_FRONT_NONE, "/");
		album.shows(page, Screen.ORGANIZER_SETUP, link);
		makesTheAccount(page, "short");
		album.takes(page, Screen.ORGANIZER_SETUP_PROBLEMS);
	}

	private static void makesTheAccount(Page page, String password) {
		page.getByLabel("E-mail address").fill(ADDRESS);
		page.getByLabel("Password").first().fill(password);
		new RunnerPages(page).presses("Make the account");
	}

	private static void looksAround(Album album) {
		Page page = album.visitor("en-US");
		album.shows(page, Screen.ORGANIZER_SIGN_IN_READY, "/login?ready");
		SharedSandbox.signIn(page, ADDRESS, PASSWORD);
		album.takes(page, Screen.ORGANIZER_EVENTS_NONE);
		page.navigate("/organizer/installation/backups");
		new RunnerPages(page).presses("Make a backup now");
		page.getByText("A backup was made.").waitFor();
		album.takes(page, Screen.ORGANIZER_INSTALLATION_BACKUPS_MADE);
	}

	/** What was typed stays, and can be sent again. */
	static void visitAFullDisk(Path folder, List<Album> albums) {
		try (RunningJar jar = RunningJar.sandbox(folder, "--selftimed.submission.least-free-space=100000TB",
				Album.TELLS_TEMPLATES); Chromium chromium = new Chromium(jar.address())) {
			for (Album album : albums.stream().map((one) -> one.of(jar, chromium)).toList()) {
				Page page = album.visitor("en-US");
				new RunnerPages(page).opens("harbor-5k").typesTheResultOfMarsh().checks();
				album.takes(page, Screen.RUNNER_FORM_FULL);
			}
			chromium.everybodyLeavesWithoutComplaint();
		}
	}

	/** PostgreSQL dies under who is there; what was typed can be sent again. */
	static void visitWithoutADatabase(Path folder, List<Album> albums) {
		try (SilentPostgres postgres = new SilentPostgres(folder);
				RunningJar jar = RunningJar.sandbox(folder.resolve("data"), "--spring.datasource.url=" + postgres.url(),
						"--spring.datasource.username=postgres", Album.TELLS_TEMPLATES);
				Chromium chromium = new Chromium(jar.address())) {
			List<Left> left = albums.stream().map((album) -> Left.alone(album.of(jar, chromium), jar)).toList();
			postgres.die();
			left.forEach(Left::goesOn);
			chromium.everybodyLeavesWithoutComplaint();
		}
	}

	/**
	 * Who is there when the database goes.
	 *
	 * @param album what looks at the screens
	 * @param runner at the page that shows what was understood
	 * @param organizer at the events
	 */
	private record Left(Album album, Page runner, Page organizer) {

		static Left alone(Album album, RunningJar jar) {
			Page runner = album.visitor("en-US");
			new RunnerPages(runner).opens("harbor-5k").typesTheResultOfMarsh().checks();
			Page organizer = album.visitor("en-US");
			SharedSandbox.signIn(organizer, "demo@selftimed.test", jar.organizerPassword());
			return new Left(album, runner, organizer);
		}

		void goesOn() {
			new RunnerPages(this.runner).sends();
			this.album.takes(this.runner, Screen.RUNNER_AWAY_SENT);
			this.album.shows(this.runner, Screen.RUNNER_AWAY, "/events/harbor-5k");
			this.album.shows(this.organizer, Screen.ORGANIZER_AWAY, "/organizer");
		}

	}

}
