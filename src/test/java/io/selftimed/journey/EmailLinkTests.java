package io.selftimed.journey;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole way through an e-mail link, in the running application: ask, read the mail at
 * the sandbox, press the button, choose a bib, send a result, and stop the mails.
 */
class EmailLinkTests extends RunningSandbox {

	@Test
	void aFamilySendsAResultThroughALinkByEmail() {
		this.jdbc.sql("update event set identity_rule = 'email-link' where event_id = 41002").update();
		this.jdbc.sql("update participant set email = 'ada@example.org' where event_id = 41002 and bib in (101, 141)")
			.update();
		try (PagesOverHttp browser = new PagesOverHttp(this.port)) {
			assertThat(browser.get("/events/harbor-half").headers().firstValue("Location"))
				.hasValue("/events/harbor-half/link");
			String stranger = ask(browser, "eve@example.org").replace("eve@example.org", "*");
			assertThat(ask(browser, "ada@example.org").replace("ada@example.org", "*")).isEqualTo(stranger);
			String link = await().atMost(Duration.ofSeconds(10)).until(this::link, (found) -> !found.isEmpty());

			assertThat(browser.get(link).body()).contains("Go on to your result");
			HttpResponse<String> opened = browser.get(link);
			HttpResponse<String> choice = browser.post(link, "_csrf", PagesOverHttp.token(opened));
			assertThat(choice.body()).contains("Bib 101", "Bib 141").doesNotContain("Marsh");
			assertThat(browser.post(link, "_csrf", PagesOverHttp.token(opened)).body())
				.contains("This link does not count any more");

			String identity = choice.body().replaceAll("(?s).*?name=\"identity\" value=\"([^\"]+)\".*", "$1");
			HttpResponse<String> check = browser.post("/events/harbor-half/check", "bib", "101", "identity", identity,
					"outcome", "FINISHED", "hours", "1:43:00", "email", "typed@example.org");
			assertThat(check.statusCode()).as(check.body()).isEqualTo(200);
			String key = check.body().replaceAll("(?s).*name=\"submissionKey\" value=\"([^\"]+)\".*", "$1");
			assertThat(browser
				.post("/events/harbor-half/submit", "bib", "101", "identity", identity, "outcome", "FINISHED", "hours",
						"1:43:00", "email", "typed@example.org", "submissionKey", key, "_csrf",
						PagesOverHttp.token(check))
				.statusCode()).isEqualTo(303);
			stopsTheMails(browser);
		}
	}

	private String ask(PagesOverHttp browser, String address) {
		String token = PagesOverHttp.token(browser.get("/events/harbor-half/link"));
		HttpResponse<String> answer = browser.post("/events/harbor-half/link", "email", address, "_csrf", token);
		assertThat(answer.statusCode()).isEqualTo(200);
		return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
	}

	private String link() {
		return mails("ada@example.org").stream()
			.map((body) -> body.replaceAll("(?s).*http://[^/]+(/events/harbor-half/link/[\\w-]+).*", "$1"))
			.findFirst()
			.orElse("");
	}

	private void stopsTheMails(PagesOverHttp browser) {
		String letter = await().atMost(Duration.ofSeconds(15))
			.until(() -> String.join("", mails("typed@example.org")), (found) -> !found.isEmpty());
		String stop = letter.replaceAll("(?s).*http://[^/]+(/mails/stop/\\w+).*", "$1");
		assertThat(browser.get(stop).body()).contains("Get no more");
		assertThat(browser.post(stop, "List-Unsubscribe", "One-Click").body()).contains("You get no more e-mails");
		assertThat(browser.get("/sandbox").body()).contains("typed@example.org", "we have your result");
	}

	private List<String> mails(String recipient) {
		return this.jdbc.sql("select body from mail where recipient = :recipient order by id")
			.param("recipient", recipient)
			.query(String.class)
			.list();
	}

}
