package io.selftimed.journey;

import java.net.http.HttpResponse;
import java.time.Duration;

import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A held result from the runner over question, answer and decision to RunSignup, and back
 * to the receipt, in the running application.
 */
class ReviewTests extends RunningSandbox {

	private static final String EVENT = "/organizer/events/harbor-half";

	@Test
	void aHeldResultIsAskedAboutAcceptedAndRejectedAfterAll() {
		this.jdbc.sql("update event set review = 'all' where event_id = 41002").update();
		try (PagesOverHttp runner = new PagesOverHttp(this.port);
				PagesOverHttp organizer = new PagesOverHttp(this.port)) {
			organizer.signIn("demo@selftimed.test", PASSWORD);
			String receipt = sends(runner);
			long id = this.jdbc.sql("select id from submission where event_id = 41002").query(Long.class).single();

			assertThat(organizer.get(EVENT + "/review").body()).contains("Bib 101", "1:43:00",
					"This event has every result looked at.", "showed the last name");
			assertThat(decide(organizer, id, "reject", " ").statusCode()).isEqualTo(422);
			assertThat(decide(organizer, id, "ask", "Which watch?").statusCode()).isEqualTo(303);
			assertThat(runner.get(receipt).body()).contains("Which watch?", "asks you something first")
				.doesNotContain("You need do nothing.");
			assertThat(runner
				.post(receipt + "/answer", "answer", "A new one", "_csrf", PagesOverHttp.token(runner.get(receipt)))
				.statusCode()).isEqualTo(303);
			assertThat(organizer.get(EVENT + "/review").body()).contains("Answered: A new one");

			assertThat(decide(organizer, id, "accept", "").statusCode()).isEqualTo(303);
			await().atMost(Duration.ofSeconds(15))
				.untilAsserted(() -> assertThat(runner.get(receipt).body()).contains("data-state=\"received\""));
			assertThat(decide(organizer, id, "undo", "").body()).contains("It was sent already");

			assertThat(organizer.get(EVENT + "/submissions/" + id).body()).contains("the runner was asked",
					"RunSignup received it.", "demo@selftimed.test", "RunSignup has this result or may have it.");
			assertThat(decide(organizer, id, "reject", "Another course.").statusCode()).isEqualTo(303);
			assertThat(runner.get(receipt).body()).contains("data-state=\"rejected\"",
					"The race says: Another course.");
			await().atMost(Duration.ofSeconds(15))
				.untilAsserted(() -> assertThat(lastSentOutcome()).isEqualTo("WITHDRAWN"));
			entersForTheRunner(organizer);
		}
	}

	private void entersForTheRunner(PagesOverHttp organizer) {
		HttpResponse<String> form = organizer.get(EVENT + "/enter?bib=101");
		assertThat(form.body()).contains("name=\"bib\" value=\"101\"");
		String token = PagesOverHttp.token(form);
		HttpResponse<String> refused = organizer.post(EVENT + "/enter", "bib", "101", "outcome", "FINISHED", "hours",
				"x", "note", "By phone", "_csrf", token);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("value=\"x\"", "value=\"By phone\"", "class=\"problem\"");
		HttpResponse<String> entered = organizer.post(EVENT + "/enter", "bib", "101", "outcome", "FINISHED", "hours",
				"1:50:00", "note", "By phone", "_csrf", token);
		assertThat(entered.statusCode()).isEqualTo(303);
		await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(lastSentOutcome()).isEqualTo("FINISHED"));
		assertThat(organizer.get(entered.headers().firstValue("Location").orElseThrow()).body())
			.contains("entered by an organizer", "1:50:00", "By phone");
		HttpResponse<String> mistyped = organizer.post(EVENT + "/enter", "bib", "9101", "outcome", "FINISHED", "hours",
				"1:50:00", "_csrf", token);
		assertThat(mistyped.statusCode()).isEqualTo(422);
		assertThat(mistyped.body()).contains("Nobody on the roster has bib 9101", "name=\"unknownBib\"");
		assertThat(organizer
			.post(EVENT + "/enter", "bib", "9101", "outcome", "FINISHED", "hours", "1:50:00", "unknownBib", "true",
					"_csrf", token)
			.statusCode()).isEqualTo(303);
	}

	private String lastSentOutcome() {
		return this.jdbc.sql("""
				select s.outcome from delivery_attempt a join submission s on s.id = a.submission_id
				where a.event_id = 41002 and a.outcome = 'received' order by a.id desc fetch first 1 rows only
				""").query(String.class).single();
	}

	private HttpResponse<String> decide(PagesOverHttp organizer, long id, String ruling, String words) {
		HttpResponse<String> page = organizer.get(EVENT + "/submissions/" + id);
		String version = page.body().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
		return organizer.post(EVENT + "/submissions/" + id + "/decide", "version", version, "ruling", ruling, "words",
				words, "_csrf", PagesOverHttp.token(page));
	}

	private static String sends(PagesOverHttp runner) {
		HttpResponse<String> check = runner.post("/events/harbor-half/check", "bib", "101", "lastName", "Marsh",
				"outcome", "FINISHED", "hours", "1:43:00");
		String key = check.body().replaceAll("(?s).*name=\"submissionKey\" value=\"([^\"]+)\".*", "$1");
		return runner
			.post("/events/harbor-half/submit", "bib", "101", "lastName", "Marsh", "outcome", "FINISHED", "hours",
					"1:43:00", "submissionKey", key, "_csrf", PagesOverHttp.token(check))
			.headers()
			.firstValue("Location")
			.orElseThrow();
	}

}
