package io.selftimed.journey;

import java.net.URI;
import java.util.Locale;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.selftimed.sandbox.api.HarborRunners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is met seldom: invitations and passwords, what somebody else did meanwhile, what
 * asks before it is done, pauses, and what goes wrong. Each visit has a viewer of its own
 * and leaves the race as it was, with every result of its own decided.
 *
 * @param album what looks at the screens
 */
record SeldomScreens(Album album) {

	private static final String PASSWORD = "harbor lights at dawn";

	private static final String EVENT = "/organizer/events/harbor-half";

	private static final String RACE = "/organizer/races/4100";

	private static final String INSTALLATION = "/organizer/installation";

	/** What is written by mail is read last, so that nobody waits for it. */
	void visit() {
		Page runner = this.album.visitor("en-US");
		sendsAndLeavesAnAddress(runner);
		Page page = SharedSandbox.organizer(this.album.looks());
		Page viewer = invitations(page);
		Page stranger = forgets(viewer);
		this.album.shows(page, Screen.ORGANIZER_INSTALLATION_AUDIT, INSTALLATION + "/audit");
		this.album.shows(page, Screen.ORGANIZER_INSTALLATION_SETTINGS, INSTALLATION + "/settings");
		this.album.shows(page, Screen.ORGANIZER_UNCONNECTED, "/organizer/runsignup/connected?state=x&code=x");
		pauses(page);
		credentials(page);
		rules(page);
		decisions(page);
		readsTheMail(runner);
		choosesAnotherPassword(stranger);
		errors(viewer);
	}

	/** Three gates that nothing at the simulator would close at once. */
	private void pauses(Page page) {
		SharedSandbox.jdbc()
			.sql("""
					insert into call_gate (scope, subject, cause, error_code, error_message, strikes, since, closed_at,
						probe_at, wait_ms)
					values ('everything', 0, 'throttled', 14, 'Too many requests.', 1, now(), now(), now() + interval '1' hour, 1),
						('credential', 0, 'credential', 6, 'Key authentication failed.', 1, now(), now(),
							now() + interval '1' hour, 1),
						('event', 41002, 'refusals', 115, 'Invalid submission.', 3, now(), now(), now() + interval '1' hour, 1)
					""")
			.update();
		this.album.shows(page, Screen.ORGANIZER_DELIVERIES_PAUSED_THRICE, EVENT + "/deliveries");
		this.album.shows(page, Screen.ORGANIZER_EVENT_PAUSED, EVENT);
		this.album.shows(page, Screen.ORGANIZER_RACE_PAUSED, RACE);
		SharedSandbox.jdbc().sql("delete from call_gate where wait_ms = 1").update();
	}

	private void credentials(Page page) {
		entersACredential(page, RACE);
		this.album.takes(page, Screen.ORGANIZER_RACE_CREDENTIAL_KEPT);
		removes(page, Screen.ORGANIZER_RACE_CREDENTIAL_REMOVE);
		entersACredential(page, INSTALLATION);
		removes(page, Screen.ORGANIZER_INSTALLATION_CREDENTIAL_REMOVE);
	}

	private static void entersACredential(Page page, String whose) {
		page.navigate(whose + "/credential");
		page.locator("#key").fill("sandbox");
		page.locator("#secret").fill("sandbox");
		new RunnerPages(page).presses("Try it and keep it");
		page.locator("a[href$='/credential/remove']").waitFor();
	}

	private void removes(Page page, Screen screen) {
		new RunnerPages(page).follows("Remove it");
		page.waitForURL("**/credential/remove");
		this.album.takes(page, screen);
		new RunnerPages(page).presses("Remove the credential");
		page.getByText("Removed.").waitFor();
	}

	private void rules(Page page) {
		RunnerPages organizer = new RunnerPages(page);
		page.navigate(EVENT + "/rules");
		page.locator("input[name=elevation][value=OPTIONAL]").check();
		organizer.presses("Save");
		this.album.takes(page, Screen.ORGANIZER_RULES_ASKED);
		page.navigate(EVENT + "/rules");
		saysInTheNotes(another(page), "Bring a light.");
		page.locator("#notes").fill("Start at the pier.");
		organizer.presses("Save");
		this.album.takes(page, Screen.ORGANIZER_RULES_OVERTAKEN);
		saysInTheNotes(another(page), "");
	}

	/** The same organizer at another window. */
	private static Page another(Page page) {
		return page.context().newPage();
	}

	private static void saysInTheNotes(Page page, String words) {
		page.navigate(EVENT + "/rules");
		page.locator("#notes").fill(words);
		new RunnerPages(page).presses("Save");
		page.getByText("Runners meet these rules from now on").waitFor();
		page.close();
	}

	private void decisions(Page page) {
		SharedSandbox.jdbc().sql("update event set review = 'all' where event_id = 41002").update();
		int bib = 480 + 2 * this.album.looks().ordinal();
		try (RunnerOverHttp runner = new RunnerOverHttp(SharedSandbox.jar())) {
			String first = runner.finish("harbor-half", bib, HarborRunners.lastName(bib), "1:43:00");
			runner.finish("harbor-half", bib + 1, HarborRunners.lastName(bib + 1), "1:44:00");
			page.navigate(EVENT + "/review");
			Page other = another(page);
			other.navigate(EVENT + "/review");
			accepts(other, bib);
			this.album.takes(other, Screen.ORGANIZER_REVIEW_DONE);
			accepts(page, bib);
			this.album.takes(page, Screen.ORGANIZER_UNDECIDED);
			await().untilAsserted(() -> assertThat(runner.state(first)).isEqualTo("received"));
			new RunnerPages(other).presses("Undo");
			this.album.takes(other, Screen.ORGANIZER_UNDECIDED_SENT);
			other.close();
		}
		page.navigate(EVENT + "/review");
		Locator card = card(page, bib + 1);
		card.locator("summary[data-key=r]").press("Enter");
		card.locator("form").evaluateAll("(forms) => forms.forEach((form) => form.noValidate = true)");
		card.locator("button[value=reject]").press("Enter");
		this.album.takes(page, Screen.ORGANIZER_UNDECIDED_WORDS);
		page.navigate(EVENT + "/review");
		accepts(page, bib + 1);
	}

	private static void accepts(Page page, int bib) {
		card(page, bib).locator("button[value=accept]").press("Enter");
	}

	private static Locator card(Page page, int bib) {
		return page.locator("[data-queue] > li").filter(new Locator.FilterOptions().setHasText("Bib " + bib));
	}

	/** A stranger becomes a viewer, and is then asked to be a reviewer. */
	private Page invitations(Page page) {
		String address = viewersAddress();
		String first = invites(page, address, "Viewer");
		this.album.takes(page, Screen.ORGANIZER_RACE_PEOPLE_INVITED);
		Page viewer = this.album.visitor("en-GB");
		RunnerPages pages = new RunnerPages(viewer);
		this.album.shows(viewer, Screen.ORGANIZER_INVITATION, first);
		viewer.locator("#password").fill("short");
		pages.presses("Make the account and accept");
		this.album.takes(viewer, Screen.ORGANIZER_INVITATION_PROBLEMS);
		viewer.locator("#password").fill(PASSWORD);
		pages.presses("Make the account and accept");
		viewer.waitForURL("**/login?joined");
		this.album.shows(viewer, Screen.ORGANIZER_INVITATION_GONE, first);

		String second = invites(page, address, "Reviewer");
		this.album.shows(viewer, Screen.ORGANIZER_INVITATION_KNOWN, second);
		this.album.shows(page, Screen.ORGANIZER_INVITED_OTHER, "/organizer" + second);
		viewer.navigate("/login");
		viewer.getByLabel("E-mail address").fill(address);
		viewer.getByLabel("Password").fill("wrong");
		pages.presses("Sign in");
		this.album.takes(viewer, Screen.ORGANIZER_SIGN_IN_WRONG);
		SharedSandbox.signIn(viewer, address, PASSWORD);
		this.album.shows(viewer, Screen.ORGANIZER_RULES_VIEWER, EVENT + "/rules");
		this.album.shows(viewer, Screen.ORGANIZER_INVITED, "/organizer" + second);
		pages.presses("Accept");
		viewer.waitForURL("**/organizer");
		this.album.shows(viewer, Screen.ORGANIZER_INVITED_GONE, "/organizer" + second);
		return viewer;
	}

	/** As no mail leaves the sandbox, the page shows the link. */
	private static String invites(Page page, String address, String role) {
		page.navigate(RACE + "/people");
		page.getByLabel("Their e-mail address").fill(address);
		page.locator("#role-" + role.toLowerCase(Locale.ROOT)).check();
		new RunnerPages(page).presses("Send the invitation");
		return URI.create(page.locator("#handover").innerText()).getPath();
	}

	private Page forgets(Page viewer) {
		this.album.shows(viewer, Screen.ORGANIZER_PASSWORD_AGAIN, "/organizer/password-again?to=/organizer");
		viewer.locator("#password").fill("wrong");
		new RunnerPages(viewer).presses("Go on");
		this.album.takes(viewer, Screen.ORGANIZER_PASSWORD_AGAIN_WRONG);
		Page stranger = this.album.visitor("en-GB");
		stranger.navigate("/password");
		stranger.locator("#email").fill(viewersAddress());
		new RunnerPages(stranger).presses("Send the link");
		this.album.takes(stranger, Screen.ORGANIZER_PASSWORD_SENT);
		return stranger;
	}

	private void choosesAnotherPassword(Page stranger) {
		String link = SharedSandbox.linkInTheMailTo(stranger, viewersAddress(), "/password/");
		this.album.shows(stranger, Screen.ORGANIZER_PASSWORD_CHOOSE, link);
		this.album.shows(stranger, Screen.ORGANIZER_PASSWORD_GONE, link + "x");
	}

	private void sendsAndLeavesAnAddress(Page page) {
		int bib = 470 + this.album.looks().ordinal();
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k")
			.types("Bib", String.valueOf(bib))
			.types("Last name", HarborRunners.lastName(bib))
			.types("Minutes", "32");
		page.getByText("Add an e-mail address or a note").press("Enter");
		page.locator("#email").fill(runnersAddress());
		runner.checks().sends();
		page.waitForURL("**/receipts/*");
	}

	/** And wants no more. */
	private void readsTheMail(Page page) {
		this.album.shows(page, Screen.RUNNER_MAILS_STOP,
				SharedSandbox.linkInTheMailTo(page, runnersAddress(), "/mails/stop/"));
		new RunnerPages(page).presses("Get no more");
		this.album.takes(page, Screen.RUNNER_MAILS_STOPPED);
	}

	private String viewersAddress() {
		return "viewer-" + this.album.looks().width() + "@example.org";
	}

	private String runnersAddress() {
		return "runner-" + this.album.looks().width() + "@example.org";
	}

	private void errors(Page viewer) {
		Page page = this.album.visitor("en-US");
		this.album.shows(page, Screen.RUNNER_NOT_FOUND, "/nothing");
		this.album.shows(page, Screen.RUNNER_NOT_UNDERSTOOD, "/events//harbor-5k");
		this.album.shows(page, Screen.RUNNER_BROKEN, Chromium.BROKEN);
		this.album.shows(viewer, Screen.ORGANIZER_ROLE_TOO_SMALL, RACE + "/credential");
		viewer.navigate("/organizer/account");
		viewer.context().clearCookies();
		new RunnerPages(viewer).presses("Sign out everywhere");
		this.album.takes(viewer, Screen.RUNNER_EXPIRED);
	}

}
