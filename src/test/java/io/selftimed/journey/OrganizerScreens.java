package io.selftimed.journey;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

/**
 * What organizers meet every day: their events, their race and the installation.
 *
 * @param album what looks at the screens
 */
record OrganizerScreens(Album album) {

	private static final String EVENTS = "/organizer/events/";

	private static final String RACE = "/organizer/races/4100";

	private static final String INSTALLATION = "/organizer/installation";

	void visit() {
		Page stranger = this.album.visitor("en-GB");
		this.album.shows(stranger, Screen.ORGANIZER_SIGN_IN, "/login");
		this.album.shows(stranger, Screen.ORGANIZER_PASSWORD, "/password");
		Page page = SharedSandbox.organizer(this.album.looks());
		events(page);
		submissions(page);
		review(page);
		deliveries(page);
		rosters(page);
		files(page);
		rules(page);
		race(page);
		opening(page);
		installation(page);
		sandbox(page);
	}

	private void events(Page page) {
		this.album.shows(page, Screen.ORGANIZER_EVENTS, "/organizer");
		this.album.shows(page, Screen.ORGANIZER_EVENT, EVENTS + "harbor-mile");
		this.album.shows(page, Screen.ORGANIZER_EVENT_NEW, EVENTS + "harbor-miles");
		this.album.shows(page, Screen.ORGANIZER_SHARE, EVENTS + "harbor-5k/share");
	}

	private void submissions(Page page) {
		this.album.shows(page, Screen.ORGANIZER_SUBMISSIONS, EVENTS + "harbor-mile/submissions");
		this.album.shows(page, Screen.ORGANIZER_SUBMISSIONS_NEW, EVENTS + "harbor-miles/submissions");
		this.album.shows(page, Screen.ORGANIZER_SUBMISSIONS_NONE, EVENTS + "harbor-mile/submissions?q=nobody");
		this.album.shows(page, Screen.ORGANIZER_SUBMISSIONS_UNREAD, EVENTS + "harbor-mile/submissions?timeFrom=fast");
		this.album.shows(page, Screen.ORGANIZER_SUBMISSIONS_REFUSED, EVENTS + "harbor-mile/submissions?state=refused");
		opensTheFirst(page);
		this.album.takes(page, Screen.ORGANIZER_SUBMISSION_REFUSED);
		page.navigate(EVENTS + "harbor-5k/submissions?q=111");
		opensTheFirst(page);
		this.album.takes(page, Screen.ORGANIZER_SUBMISSION_APPROVED);
		page.navigate(EVENTS + "harbor-half/submissions?state=rejected");
		opensTheFirst(page);
		this.album.takes(page, Screen.ORGANIZER_SUBMISSION_REJECTED);
		entering(page);
	}

	private static void opensTheFirst(Page page) {
		page.locator("tbody tr a").first().press("Enter");
		page.waitForURL("**/submissions/*");
	}

	private void entering(Page page) {
		RunnerPages organizer = new RunnerPages(page);
		this.album.shows(page, Screen.ORGANIZER_ENTER, EVENTS + "harbor-5k/enter?bib=101");
		organizer.types("Minutes", "61").presses("Enter it");
		this.album.takes(page, Screen.ORGANIZER_ENTER_PROBLEMS);
		organizer.types("Hours", "24").types("Minutes", "31").presses("Enter it");
		this.album.takes(page, Screen.ORGANIZER_ENTER_DOUBTS);
	}

	private void review(Page page) {
		this.album.shows(page, Screen.ORGANIZER_REVIEW, EVENTS + "harbor-half/review");
		page.locator("[data-queue] h2 a").first().press("Enter");
		page.waitForURL("**/submissions/*");
		this.album.takes(page, Screen.ORGANIZER_SUBMISSION_HELD);
		this.album.shows(page, Screen.ORGANIZER_REVIEW_WITHOUT_DOUBTS, EVENTS + "harbor-half/review/plain");
		this.album.shows(page, Screen.ORGANIZER_REVIEW_NEW, EVENTS + "harbor-miles/review");
	}

	private void deliveries(Page page) {
		this.album.shows(page, Screen.ORGANIZER_DELIVERIES, EVENTS + "harbor-mile/deliveries");
		this.album.shows(page, Screen.ORGANIZER_DELIVERIES_NEW, EVENTS + "harbor-miles/deliveries");
		this.album.shows(page, Screen.ORGANIZER_DRIFT, EVENTS + "harbor-5k/deliveries");
	}

	private void rosters(Page page) {
		this.album.shows(page, Screen.ORGANIZER_ROSTER, EVENTS + "harbor-5k/roster");
		this.album.shows(page, Screen.ORGANIZER_ROSTER_NO_RESULT, EVENTS + "harbor-mile/roster?show=no-result");
		this.album.shows(page, Screen.ORGANIZER_ROSTER_NOT_FOUND, EVENTS + "harbor-mile/roster?q=nobody");
		page.navigate(EVENTS + "harbor-half/roster");
		new RunnerPages(page).presses("Fetch from RunSignup now");
		page.getByText("changed, ").first().waitFor();
		this.album.takes(page, Screen.ORGANIZER_ROSTER_FETCHED);
		page.navigate(EVENTS + "harbor-mile/roster?q=101");
		page.locator("tbody th a").first().press("Enter");
		page.waitForURL("**/roster/*");
		String participant = URI.create(page.url()).getPath();
		this.album.shows(page, Screen.ORGANIZER_PARTICIPANT, participant);
		this.album.shows(page, Screen.ORGANIZER_PARTICIPANT_ERASE, participant + "/erase");
	}

	private void files(Page page) {
		this.album.shows(page, Screen.ORGANIZER_ROSTER_FILE, EVENTS + "harbor-5k/roster/imports");
		brings(page, "");
		this.album.takes(page, Screen.ORGANIZER_ROSTER_FILE_PROBLEM);
		page.navigate(EVENTS + "harbor-5k/roster/imports");
		brings(page, """
				Bib;First name;Last name;Born;E-mail
				101;Ada;Marsh;1990-04-12;ada@example.org
				901;Noor;Haddad;3/4/1988;noor@example.org
				9O2;Sam;Weber;;
				;Mei;Tanaka;1979-11-30;
				""");
		page.waitForURL("**/imports/*");
		this.album.takes(page, Screen.ORGANIZER_ROSTER_PREVIEW);
	}

	private static void brings(Page page, String lines) {
		page.locator("#file")
			.setInputFiles(new FilePayload("roster.csv", "text/csv", lines.getBytes(StandardCharsets.UTF_8)));
		new RunnerPages(page).presses("Look at it");
	}

	private void rules(Page page) {
		RunnerPages organizer = new RunnerPages(page);
		this.album.shows(page, Screen.ORGANIZER_RULES, EVENTS + "harbor-5k/rules");
		page.locator("#distance").fill("far");
		organizer.presses("Save");
		this.album.takes(page, Screen.ORGANIZER_RULES_PROBLEMS);
		page.navigate(EVENTS + "harbor-half/rules");
		organizer.presses("Ask RunSignup for its result sets");
		this.album.takes(page, Screen.ORGANIZER_RULES_SETS);
	}

	private void race(Page page) {
		RunnerPages organizer = new RunnerPages(page);
		this.album.shows(page, Screen.ORGANIZER_RACE, RACE);
		this.album.shows(page, Screen.ORGANIZER_RACE_SETTINGS, RACE + "/settings");
		page.locator("#contact").fill("");
		organizer.presses("Save");
		this.album.takes(page, Screen.ORGANIZER_RACE_SETTINGS_PROBLEMS);
		this.album.shows(page, Screen.ORGANIZER_RACE_CREDENTIAL, RACE + "/credential");
		page.locator("#key").fill("wrong");
		page.locator("#secret").fill("wrong");
		organizer.presses("Try it and keep it");
		this.album.takes(page, Screen.ORGANIZER_RACE_CREDENTIAL_PROBLEMS);
		this.album.shows(page, Screen.ORGANIZER_RACE_PEOPLE, RACE + "/people");
		this.album.shows(page, Screen.ORGANIZER_RACE_AUDIT, RACE + "/audit");
		this.album.shows(page, Screen.ORGANIZER_RACE_AUDIT_NONE, RACE + "/audit?object=submission:1");
		this.album.shows(page, Screen.ORGANIZER_RACE_EVENTS_NEW, RACE + "/events/new");
	}

	/** The race is not opened in the end, so that the next looks find it as new. */
	private void opening(Page page) {
		RunnerPages organizer = new RunnerPages(page);
		this.album.shows(page, Screen.ORGANIZER_RACE_NEW, "/organizer/races/new");
		organizer.presses("Look the race up and open it");
		this.album.takes(page, Screen.ORGANIZER_RACE_NEW_PROBLEMS);
		page.navigate("/organizer/races/new");
		page.locator("#raceId").fill("4900");
		page.locator("input[name=kind][value=connect]").check();
		organizer.presses("Look the race up and open it");
		page.waitForURL("**/races/new/connect?*");
		this.album.takes(page, Screen.ORGANIZER_RACE_NEW_CONNECT);
		organizer.follows("Go to RunSignup and connect");
		page.waitForURL("**/RequestGrant?*");
		this.album.takes(page, Screen.SANDBOX_GRANT);
		organizer.presses("Refuse");
		page.waitForURL("**/races/new?opening=*");
		this.album.takes(page, Screen.ORGANIZER_RACE_NEW_REFUSED);
		organizer.presses("Look the race up and open it");
		organizer.follows("Go to RunSignup and connect");
		page.waitForURL("**/RequestGrant?*");
		organizer.presses("Allow");
		page.waitForURL("**/races/new?opening=*");
		this.album.takes(page, Screen.ORGANIZER_RACE_NEW_CONNECTED);
		organizer.presses("Forget it and enter a key");
	}

	private void installation(Page page) {
		this.album.shows(page, Screen.ORGANIZER_INSTALLATION, INSTALLATION);
		this.album.shows(page, Screen.ORGANIZER_INSTALLATION_ADMINISTRATORS, INSTALLATION + "/administrators");
		this.album.shows(page, Screen.ORGANIZER_INSTALLATION_BACKUPS, INSTALLATION + "/backups");
		this.album.shows(page, Screen.ORGANIZER_INSTALLATION_CREDENTIAL, INSTALLATION + "/credential");
		this.album.shows(page, Screen.ORGANIZER_ACCOUNT, "/organizer/account");
		page.locator("#current").fill("short");
		page.locator("#password").fill("short");
		new RunnerPages(page).presses("Change the password");
		this.album.takes(page, Screen.ORGANIZER_ACCOUNT_PROBLEMS);
	}

	private void sandbox(Page page) {
		this.album.shows(page, Screen.SANDBOX_CONSOLE, "/sandbox");
		page.locator("#fault-calls").fill("many");
		page.locator(".fault-form button").press("Enter");
		this.album.takes(page, Screen.SANDBOX_CONSOLE_PROBLEM);
	}

}
