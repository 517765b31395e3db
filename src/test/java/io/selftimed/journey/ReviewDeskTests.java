package io.selftimed.journey;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;

import io.selftimed.security.PagesOverHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a reviewer sees and can take back while another decides too, and what is entered
 * for runners, in the running application.
 */
class ReviewDeskTests extends RunningSandbox {

	private static final String EVENT = "/organizer/events/harbor-half";

	private PagesOverHttp organizer;

	@BeforeEach
	void signIn() {
		this.organizer = new PagesOverHttp(this.port);
		this.organizer.signIn("demo@selftimed.test", PASSWORD);
	}

	@AfterEach
	void close() {
		this.organizer.close();
	}

	@Test
	void whatSomebodyElseDecidedIsLeftAndNamed() {
		long bo = somebodyElse();
		long first = held(101, 1);
		long second = held(102, 1);
		long third = held(103, 1);
		decidedBy(bo, second);
		HttpResponse<String> page = this.organizer.get(EVENT + "/review/plain");
		assertThat(page.body()).contains(first + ":0", third + ":0").doesNotContain(second + ":");
		assertThat(this.organizer
			.post(EVENT + "/review/plain", "accept", first + ":0", "accept", second + ":0", "accept", third + ":0",
					"_csrf", PagesOverHttp.token(page))
			.statusCode()).isEqualTo(303);
		assertThat(this.organizer.get(EVENT + "/review").body()).contains("2 submissions are accepted.",
				"1 was left: bo@example.org decided about it meanwhile.", EVENT + "/submissions/" + first,
				EVENT + "/submissions/" + third);
		assertThat(decider(first)).isEqualTo(decider(third)).isNotEqualTo(bo);
		assertThat(decider(second)).isEqualTo(bo);
		HttpResponse<String> late = decide(second, "0", "accept", "");
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("Somebody was faster", "bo@example.org accepted it.",
				EVENT + "/submissions/" + second);
	}

	@Test
	void aDecisionIsUndoneFromItsMessageAndTheRunnersOtherResultsAreShown() {
		long earlier = held(104, 1);
		decidedBy(somebodyElse(), earlier);
		this.jdbc.sql("update submission set review = 'rejected', clock_time_ms = 6000000 where id = ?")
			.param(earlier)
			.update();
		long now = held(104, 2);
		assertThat(this.organizer.get(EVENT + "/review").body()).contains("1 other submission of this runner",
				"1:40:00", "Rejected", EVENT + "/submissions/" + earlier);
		assertThat(decide(now, "0", "reject", "Another course.").statusCode()).isEqualTo(303);
		HttpResponse<String> told = this.organizer.get(EVENT + "/review");
		assertThat(told.body()).contains("is rejected", ">Undo<", EVENT + "/submissions/" + now);
		String version = told.body()
			.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\">\\s*<input type=\"hidden\" name=\"back\".*", "$1");
		assertThat(decide(now, version, "undo", "").statusCode()).isEqualTo(303);
		assertThat(this.organizer.get(EVENT + "/review").body()).contains("waits for a person again.")
			.doesNotContain(">Undo<");
		String detail = this.organizer.get(EVENT + "/submissions/" + now).body();
		assertThat(detail).contains("Another course.", "Once it is accepted, RunSignup will hold 1:43:00.");
	}

	@Test
	void aResultIsCorrectedForARunnerWithItsDoubtsShownOnce() {
		long sent = held(105, 1);
		long runner = this.jdbc.sql("select participant_id from submission where id = ?")
			.param(sent)
			.query(Long.class)
			.single();
		assertThat(this.organizer.get(EVENT + "/submissions/" + sent).body()).contains("/enter?submission=" + sent);
		assertThat(this.organizer.get(EVENT + "/submissions?q=105").body()).contains("/enter?bib=105");
		assertThat(this.organizer.get(EVENT + "/roster").body()).contains("/enter?list=roster\"",
				"/enter?participant=");
		assertThat(this.organizer.get(EVENT + "/roster/" + runner).body()).contains("/enter?participant=" + runner);
		HttpResponse<String> form = this.organizer.get(EVENT + "/enter?submission=" + sent);
		assertThat(form.body())
			.contains("name=\"participant\" value=\"" + runner + "\"", "name=\"hours\" value=\"1\"",
					"name=\"minutes\" value=\"43\"", "name=\"seconds\" value=\"0\"", "bib 105")
			.doesNotContain("name=\"bib\"");
		HttpResponse<String> doubted = enter(form, runner, "");
		assertThat(doubted.statusCode()).isEqualTo(422);
		assertThat(doubted.body()).contains("Look once more", "is faster than anybody is known");
		String sure = doubted.body().replaceAll("(?s).*name=\"sure\" value=\"([^\"]+)\".*", "$1");
		assertThat(enter(form, runner, sure).statusCode()).isEqualTo(303);
		assertThat(this.jdbc.sql("select clock_time_ms from submission where participant_id = ? and number = 2")
			.param(runner)
			.query(Long.class)
			.single()).isEqualTo(600_000);
		assertThat(this.organizer.get(EVENT + "/enter?submission=99999").statusCode()).isEqualTo(404);
	}

	private HttpResponse<String> enter(HttpResponse<String> form, long runner, String sure) {
		return this.organizer.post(EVENT + "/enter", "participant", "" + runner, "outcome", "FINISHED", "hours", "0",
				"minutes", "10", "seconds", "0", "sure", sure, "_csrf", PagesOverHttp.token(form));
	}

	private HttpResponse<String> decide(long id, String version, String ruling, String words) {
		String token = PagesOverHttp.token(this.organizer.get(EVENT + "/submissions/" + id));
		return this.organizer.post(EVENT + "/submissions/" + id + "/decide", "version", version, "ruling", ruling,
				"words", words, "back", "review", "_csrf", token);
	}

	private Long decider(long id) {
		return this.jdbc.sql("select decided_by from submission where id = ?").param(id).query(Long.class).single();
	}

	private void decidedBy(long organizer, long id) {
		this.jdbc.sql("update submission set review = 'accepted', review_version = 1, decided_by = ? where id = ?")
			.params(organizer, id)
			.update();
	}

	private long somebodyElse() {
		this.jdbc.sql("""
				insert into organizer (email, password) select 'bo@example.org', '{noop}x' from installation
				where not exists (select 1 from organizer where email = 'bo@example.org')
				""").update();
		return this.jdbc.sql("select id from organizer where email = 'bo@example.org'").query(Long.class).single();
	}

	/** A finish of 1:43:00 that waits, as every result of the event does. */
	private long held(long bib, int number) {
		this.jdbc.sql("""
				insert into submission (event_id, participant_id, bib, number, submitted_at, outcome, clock_time_ms,
					identity_shown, review, held_for, receipt_hash)
				select event_id, id, bib, :number, :at, 'FINISHED', 6180000, 'last-name', 'held', 'every', :hash
				from participant where event_id = 41002 and bib = :bib
				""")
			.param("number", number)
			.param("at", Instant.parse("2026-08-01T16:00:00Z").atOffset(ZoneOffset.UTC))
			.param("hash", "hash-" + bib + "-" + number)
			.param("bib", bib)
			.update();
		return this.jdbc.sql("select id from submission where receipt_hash = ?")
			.param("hash-" + bib + "-" + number)
			.query(Long.class)
			.single();
	}

}
