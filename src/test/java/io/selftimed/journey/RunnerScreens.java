package io.selftimed.journey;

import com.microsoft.playwright.Page;
import io.selftimed.sandbox.api.HarborRunners;

/**
 * What runners meet, from the front page to the receipt in each of its states.
 *
 * @param race the race with each of these states in it
 * @param album what looks at the screens
 */
record RunnerScreens(PicturedRace race, Album album) {

	void visit() {
		Page page = this.album.visitor("en-US");
		forms(page);
		tooMany(page);
		checks(page);
		identities(page);
		receipts(page);
		changes(page);
		languages();
	}

	private void forms(Page page) {
		RunnerPages runner = new RunnerPages(page);
		this.album.shows(page, Screen.RUNNER_FRONT, "/");
		runner.opens("harbor-5k").typesTheResultOfMarsh();
		page.getByText("7:54 per mile").waitFor();
		this.album.takes(page, Screen.RUNNER_FORM);
		page.reload();
		page.locator("#draft:not([hidden])").waitFor();
		this.album.takes(page, Screen.RUNNER_FORM_DRAFT);
		new RunnerPages(page).presses("Clear what I typed");
		this.album.shows(page, Screen.RUNNER_FORM_TALLY, "/events/harbor-miles");
		runner.opens("harbor-5k").types("Bib", "one").types("Minutes", "61").types("Elevation gain", "1,200").checks();
		this.album.takes(page, Screen.RUNNER_FORM_PROBLEMS);
		this.album.shows(page, Screen.RUNNER_CLOSED, "/events/harbor-mile");
		this.race.event("harbor-miles", "opens_at = current_timestamp + interval '1' day");
		this.album.shows(page, Screen.RUNNER_EARLY, "/events/harbor-miles");
		this.race.event("harbor-miles", "opens_at = current_timestamp - interval '7' day");
	}

	private void tooMany(Page page) {
		RunnerPages runner = new RunnerPages(page).opens("harbor-miles")
			.types("Bib", "350")
			.types("Last name", HarborRunners.lastName(350))
			.types("Minutes", "51")
			.types("Elevation gain", "90")
			.checks();
		this.race.hasSentAThousand(350);
		runner.sends();
		this.album.takes(page, Screen.RUNNER_FORM_TOO_MANY);
		this.race.hasSentNothing(350);
		page.evaluate("localStorage.clear()");
	}

	private void checks(Page page) {
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k").typesTheResultOfMarsh().checks();
		this.album.takes(page, Screen.RUNNER_CHECK);
		page.context().clearCookies();
		runner.sends();
		this.album.takes(page, Screen.RUNNER_CHECK_STALE);
		runner.opens("harbor-5k")
			.types("Bib", "105")
			.types("Last name", "Reyes")
			.types("Hours", "24")
			.types("Minutes", "31")
			.types("Seconds", "")
			.types("Elevation gain", "700")
			.checks();
		this.album.takes(page, Screen.RUNNER_CHECK_DOUBTS);
	}

	private void identities(Page page) {
		this.race.event("harbor-miles", "identity_rule = 'birth-date'");
		this.album.shows(page, Screen.RUNNER_FORM_BIRTH_DATE, "/events/harbor-miles");
		this.race.event("harbor-miles", "identity_rule = 'bib-only'");
		this.album.shows(page, Screen.RUNNER_FORM_BIB_ONLY, "/events/harbor-miles");
		this.race.event("harbor-miles", "identity_rule = 'email-link'");
		String address = "family-" + this.album.looks().ordinal() + "@example.org";
		this.race.family(address, 200 + this.album.looks().ordinal());
		RunnerPages runner = new RunnerPages(page);
		this.album.shows(page, Screen.RUNNER_LINK_ASK, "/events/harbor-miles");
		runner.types("Your e-mail address", "nobody").presses("Send me the link");
		this.album.takes(page, Screen.RUNNER_LINK_PROBLEM);
		runner.types("Your e-mail address", address).presses("Send me the link");
		this.album.takes(page, Screen.RUNNER_LINK_SENT);
		String link = SharedSandbox.linkInTheMailTo(page, address, "/link/");
		this.album.shows(page, Screen.RUNNER_LINK_OPEN, link);
		runner.presses("Go on");
		this.album.takes(page, Screen.RUNNER_LINK_CHOOSE);
		this.album.shows(page, Screen.RUNNER_LINK_GONE, link);
		this.race.event("harbor-miles", "identity_rule = 'last-name'");
	}

	private void receipts(Page page) {
		receipt(page, Screen.RUNNER_RECEIPT_RECEIVED, "received");
		receipt(page, Screen.RUNNER_RECEIPT_APPROVED, "approved");
		receipt(page, Screen.RUNNER_RECEIPT_HELD, "held");
		receipt(page, Screen.RUNNER_RECEIPT_ASKED, "asked");
		receipt(page, Screen.RUNNER_RECEIPT_ANSWERED, "answered");
		receipt(page, Screen.RUNNER_RECEIPT_REJECTED, "rejected");
		receipt(page, Screen.RUNNER_RECEIPT_REFUSED, "refused");
		receipt(page, Screen.RUNNER_RECEIPT_TOO_LATE, "too-late");
		receipt(page, Screen.RUNNER_RECEIPT_SUPERSEDED, "superseded");
		receipt(page, Screen.RUNNER_RECEIPT_WITHDRAWN, "withdrawn");
		this.race.runSignupIsDown(true);
		receipt(page, Screen.RUNNER_RECEIPT_WAITING, "waiting");
		Page organizer = SharedSandbox.organizer(this.album.looks());
		organizer.waitForTimeout(2500);
		this.album.shows(organizer, Screen.ORGANIZER_DELIVERIES_PAUSED, "/organizer/events/harbor-5k/deliveries");
		this.race.runSignupIsDown(false);
	}

	private void receipt(Page page, Screen screen, String state) {
		this.album.shows(page, screen, this.race.receipt(state));
	}

	private void changes(Page page) {
		int bib = 160 + this.album.looks().ordinal();
		page.evaluate("localStorage.clear()");
		RunnerPages runner = new RunnerPages(page).opens("harbor-5k")
			.types("Bib", String.valueOf(bib))
			.types("Last name", HarborRunners.lastName(bib))
			.types("Minutes", "28")
			.checks()
			.sends()
			.waitsUntil("received");
		runner.follows("Withdraw it");
		this.album.takes(page, Screen.RUNNER_WITHDRAW);
		runner.follows("Back to the receipt").follows("Correct this result");
		this.album.takes(page, Screen.RUNNER_CORRECT);
		runner.types("Minutes", "27").checks();
		this.album.takes(page, Screen.RUNNER_CHECK_CORRECTION);
		this.album.shows(page, Screen.RUNNER_CORRECT_OTHER_PHONE, this.race.receipt("received") + "/correct");
		this.album.shows(page, Screen.RUNNER_WITHDRAW_OTHER_PHONE, this.race.receipt("received") + "/withdraw");
	}

	private void languages() {
		Page spanish = this.album.visitor("es");
		new RunnerWords(spanish, "es").opens("harbor-5k").types("bib", "x").presses("form.submit");
		this.album.takes(spanish, Screen.RUNNER_FORM_PROBLEMS_SPANISH);
		Page french = this.album.visitor("fr");
		this.album.shows(french, Screen.RUNNER_RECEIPT_RECEIVED_FRENCH, this.race.receipt("received"));
	}

}
