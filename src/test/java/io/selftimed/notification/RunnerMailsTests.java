package io.selftimed.notification;

import java.util.List;
import java.util.Optional;

import io.selftimed.BothDatabases;
import io.selftimed.HarborLights;
import io.selftimed.TestDatabase;
import io.selftimed.delivery.ResultRefused;
import io.selftimed.security.PublicUrl;
import io.selftimed.security.SecurityTables;
import io.selftimed.security.TestKeys;
import io.selftimed.submission.Entered;
import io.selftimed.submission.LinkReady;
import io.selftimed.submission.OthersCorrection;
import io.selftimed.web.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What runners are written, to which address, and when not.
 */
@BothDatabases
class RunnerMailsTests {

	private final TestDatabase database;

	private final RunnerNews news;

	private final UnwantedMail unwanted;

	private final RunnerMails mails;

	private long submission;

	RunnerMailsTests(TestDatabase database) {
		this.database = database;
		PublicUrl publicUrl = SecurityTables.publicUrl("https://results.example.org/");
		this.news = new RunnerNews(database.jdbc(), () -> HarborLights.NOON);
		this.unwanted = new UnwantedMail(database.jdbc(), database.transactions(), new TestKeys(1).hash(),
				() -> HarborLights.NOON);
		Mails all = new Mails(database.jdbc(), database.transactions(), SecurityTables.organizers(database),
				new MailServer(null, ""), publicUrl, () -> HarborLights.NOON);
		this.mails = new RunnerMails(this.news, new RunnersSubmissions(database.jdbc()),
				new RunnerLetters(Words.all(), publicUrl, MailTemplates.engine()),
				(id) -> Optional.of("/receipts/secret-of-" + id), this.unwanted, all, database.transactions());
	}

	@BeforeEach
	void marshHasSentAResult() {
		this.database.clean();
		HarborLights.in(this.database).race().harbor5k().participant(1, 101, "Marsh");
		this.submission = HarborLights.in(this.database).submission(1, 41001, 1, 1_471_500);
		this.database.jdbc().sql("update submission set bib = 101").update();
		addresses("roster@example.org", null);
	}

	@Test
	void theRostersAddressHearsThatAResultCame() {
		tell(() -> this.news.entered(new Entered(this.submission, false)));
		assertThat(column("recipient")).containsExactly("roster@example.org");
		assertThat(column("subject")).containsExactly("harbor-5k: we have your result");
		assertThat(column("body").getFirst()).contains("bib 101", "reference is " + this.submission,
				"https://results.example.org/receipts/secret-of-" + this.submission, "/mails/stop/");
		assertThat(column("html").getFirst()).contains("<a href=\"https://results.example.org/receipts/");
	}

	@Test
	void aTypedAddressGetsOneLetterWithNothingThatWasTyped() {
		addresses("roster@example.org", "typed@example.org");
		this.database.jdbc().sql("update submission set note = 'Visit https://evil.example'").update();
		tell(() -> this.news.entered(new Entered(this.submission, false)));
		tell(() -> this.news.refused(new ResultRefused(1, 41001)));
		assertThat(column("recipient")).containsExactly("typed@example.org", "roster@example.org");
		assertThat(column("body")).noneMatch((body) -> body.contains("evil") || body.contains("Marsh"));
	}

	@Test
	void whereNoAddressIsKnownNothingIsWritten() {
		addresses(null, null);
		tell(() -> this.news.entered(new Entered(this.submission, false)));
		assertThat(column("recipient")).isEmpty();
	}

	@Test
	void theRunnerHearsThatSomebodyElseSentAResult() {
		tell(() -> this.news.corrected(new OthersCorrection(1, this.submission, 77, true)));
		tell(() -> this.news.corrected(new OthersCorrection(1, this.submission, 78, false)));
		assertThat(column("subject")).hasSize(2).allMatch((subject) -> subject.contains("another result was sent"));
		assertThat(column("body").getFirst()).contains("It waits for the organizers", "results@harborlights.example");
		assertThat(column("body").getLast()).contains("it counts now");
	}

	@Test
	void lettersNameWhomTheEventsRunnersAsk() {
		this.database.jdbc().sql("update event set own_contact = '5k@example.org'").update();
		tell(() -> this.news.corrected(new OthersCorrection(1, this.submission, 77, true)));
		assertThat(column("body").getFirst()).contains("5k@example.org").doesNotContain("results@harborlights.example");
	}

	@Test
	void lettersSpeakTheRunnersLanguage() {
		this.database.jdbc().sql("update submission set language = 'fr'").update();
		tell(() -> this.news.refused(new ResultRefused(1, 41001)));
		assertThat(column("subject")).containsExactly("harbor-5k : RunSignup n’a pas pris votre résultat");
		assertThat(column("html").getFirst()).contains("<html lang=\"fr\"");
	}

	@Test
	void whoWantsNoMoreGetsNoMoreUntilTheyDo() {
		tell(() -> this.news.entered(new Entered(this.submission, false)));
		String token = column("stop_url").getFirst().replaceFirst(".*/", "");
		assertThat(UnwantedMail.isToken(token)).isTrue();
		this.unwanted.stop(token);
		this.unwanted.stop(token);
		tell(() -> this.news.entered(new Entered(this.submission, false)));
		assertThat(column("recipient")).hasSize(1);
		this.unwanted.want(token);
		tell(() -> this.news.entered(new Entered(this.submission, false)));
		assertThat(column("recipient")).hasSize(2);
	}

	@Test
	void aLinkComesEvenToThoseWhoWantNoNews() {
		this.unwanted.stop(this.unwanted.token("roster@example.org"));
		this.mails.link(new LinkReady("roster@example.org", 41001, "/events/harbor-5k/link/secret", "es"));
		assertThat(column("subject")).containsExactly("harbor-5k: tu enlace");
		assertThat(column("body").getFirst()).contains("https://results.example.org/events/harbor-5k/link/secret");
	}

	private void addresses(@Nullable String roster, @Nullable String typed) {
		this.database.jdbc().sql("update participant set email = ?").params(java.util.Arrays.asList(roster)).update();
		this.database.jdbc().sql("update submission set email = ?").params(java.util.Arrays.asList(typed)).update();
		this.database.jdbc().sql("delete from delivery").update();
		this.database.jdbc()
			.sql("""
					insert into delivery (participant_id, event_id, wanted_version, wanted_submission_id, state, batch_limit)
					values (1, 41001, 1, ?, 'refused', 25)""")
			.params(this.submission)
			.update();
	}

	private void tell(Runnable happening) {
		happening.run();
		this.mails.look();
	}

	private List<String> column(String column) {
		return this.database.jdbc().sql("select " + column + " from mail order by id").query(String.class).list();
	}

}
