package io.selftimed.journey;

import java.util.HashMap;
import java.util.Map;

import com.microsoft.playwright.Page;
import io.selftimed.sandbox.api.HarborRunners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A sandbox in which every state that a page can show is there once, for the pictures.
 */
final class PicturedRace {

	private static final String HELD = "/organizer/events/harbor-half/review";

	private final Map<String, String> receipts = new HashMap<>();

	private final Page organizer = SharedSandbox.organizer(Looks.DESK);

	private final RunnerOverHttp runner = new RunnerOverHttp(SharedSandbox.jar());

	PicturedRace() {
		event("harbor-half", "review = 'all'");
		sandbox("/approvals", "event_id", "41001", "needed", "true");
		sandbox("/faults", "fault", "bad-item", "bib", "120", "calls", "1000");
		sends("superseded", "harbor-5k", 110);
		sends("received", "harbor-5k", 110);
		sends("approved", "harbor-5k", 111);
		sends("refused", "harbor-5k", 120);
		for (int bib = 130; bib < 138; bib++) {
			sends("more", "harbor-5k", bib);
		}
		sends("rejected", "harbor-half", 401);
		sends("asked", "harbor-half", 402);
		sends("answered", "harbor-half", 405);
		sends("held", "harbor-half", 403);
		sends("held-too", "harbor-half", 404);
		awaits("received", "received");
		awaits("refused", "refused");
		sandbox("/faults/clear");
		comesTooLate();
		withdraws();
		approvesAndChanges();
		reviews();
	}

	private void sends(String name, String event, int bib) {
		String time = event.equals("harbor-half") ? "1:44:" + (10 + bib * 7 % 50)
				: (24 + bib % 20) + ":" + (10 + bib * 7 % 50);
		this.receipts.put(name, this.runner.finish(event, bib, HarborRunners.lastName(bib), time));
	}

	/** The address of the receipt in a state. */
	String receipt(String name) {
		return this.receipts.get(name);
	}

	private void awaits(String name, String state) {
		await().untilAsserted(() -> assertThat(this.runner.state(receipt(name))).isEqualTo(state));
	}

	/** RunSignup has stopped taking results of the event when it refuses this one. */
	private void comesTooLate() {
		event("harbor-5k", "remote_accepts_until = current_timestamp - interval '1' hour,"
				+ " remote_asked_at = current_timestamp");
		sandbox("/faults", "fault", "bad-item", "bib", "121", "calls", "1000");
		sends("too-late", "harbor-5k", 121);
		awaits("too-late", "refused");
		sandbox("/faults/clear");
		event("harbor-5k", "remote_accepts_until = null");
	}

	private void withdraws() {
		Page page = SharedSandbox.chromium().visitor(Looks.PHONE);
		RunnerPages pages = new RunnerPages(page).opens("harbor-5k")
			.types("Bib", "112")
			.types("Last name", HarborRunners.lastName(112))
			.types("Minutes", "31")
			.checks()
			.sends()
			.waitsUntil("received");
		this.receipts.put("withdrawn", pages.url());
		pages.follows("Withdraw it").presses("Withdraw my result").waitsUntil("withdrawn");
	}

	private void approvesAndChanges() {
		sandbox("/approve", "event_id", "41001", "registration_id", "41001111");
		sandbox("/approve", "event_id", "41001", "registration_id", "41001130");
		sandbox("/change", "event_id", "41001", "registration_id", "41001130");
		this.organizer.navigate("/organizer/events/harbor-5k/deliveries");
		new RunnerPages(this.organizer).presses("Compare now");
		awaits("approved", "approved");
	}

	private void reviews() {
		this.organizer.navigate(HELD);
		decides("#reject-", "The course was a mile short.");
		decides("#ask-", "Was it on a treadmill?");
		decides("#ask-", "Did you start at the pier?");
		answers();
	}

	private void answers() {
		Page page = SharedSandbox.chromium().visitor(Looks.PHONE);
		page.navigate(receipt("answered"));
		new RunnerPages(page).types("Your answer", "Yes, and turned at the lighthouse.").presses("Send my answer");
		page.getByText("You answered:").waitFor();
	}

	/** About the first one that has not been decided nor asked about. */
	private void decides(String box, String words) {
		var card = this.organizer.locator("[data-queue] > li")
			.filter(new com.microsoft.playwright.Locator.FilterOptions().setHasNotText("Asked:"))
			.first();
		card.locator("summary[data-key=" + (box.equals("#ask-") ? "q" : "r") + "]").press("Enter");
		card.locator("textarea[id^='" + box.substring(1) + "']").fill(words);
		card.locator("button[value=" + (box.equals("#ask-") ? "ask" : "reject") + "]").press("Enter");
		this.organizer.locator("[role=status]").first().waitFor();
	}

	/** Sets columns of an event. */
	void event(String slug, String columns) {
		SharedSandbox.jdbc().sql("update event set " + columns + " where slug = :slug").param("slug", slug).update();
	}

	/** Two runners of Harbor Miles have one address. */
	void family(String address, int bib) {
		SharedSandbox.jdbc()
			.sql("update participant set email = :email where event_id = 41003 and bib in (:bib, :bib + 40)")
			.param("email", address)
			.param("bib", bib)
			.update();
	}

	/** As many results of one runner of Harbor Miles as one may send in a day. */
	void hasSentAThousand(int bib) {
		SharedSandbox.jdbc().sql("""
				insert into submission (event_id, participant_id, number, submitted_at, outcome, identity_shown, review,
					receipt_hash)
				select p.event_id, p.id, n, current_timestamp, 'DNF', 'last-name', 'accepted', 'thousand-' || n
				from participant p, generate_series(1, 1000) n where p.event_id = 41003 and p.bib = :bib
				""").param("bib", bib).update();
	}

	void hasSentNothing(int bib) {
		SharedSandbox.jdbc().sql("""
				delete from submission where participant_id in
					(select id from participant where event_id = 41003 and bib = :bib)
				""").param("bib", bib).update();
	}

	/** RunSignup goes away and a result waits; or it comes back. */
	void runSignupIsDown(boolean down) {
		sandbox("/down", "down", String.valueOf(down));
		if (down) {
			sends("waiting", "harbor-5k", 150);
		}
	}

	private void sandbox(String path, String... fields) {
		SharedSandbox.turn(this.organizer, path, fields);
	}

}
