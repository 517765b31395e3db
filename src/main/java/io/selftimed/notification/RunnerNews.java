package io.selftimed.notification;

import java.sql.Types;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.selftimed.delivery.ResultRefused;
import io.selftimed.submission.Entered;
import io.selftimed.submission.MoreAsked;
import io.selftimed.submission.OthersCorrection;
import io.selftimed.submission.ReviewDecided;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What runners have to be told and no mail says yet, in the table {@code runner_news}.
 * Written inside the transaction of what it tells of: one row, so that intake waits for
 * no letter.
 */
@Repository
class RunnerNews {

	private final JdbcClient jdbc;

	private final InstantSource time;

	RunnerNews(JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	@EventListener
	void entered(Entered entered) {
		keep(entered.submissionId(), entered.withdrawal() ? "withdrawn" : "receipt", null);
	}

	/** Whoever is on the roster hears that somebody else sent a result for the bib. */
	@EventListener
	void corrected(OthersCorrection correction) {
		keep(correction.earlierSubmissionId(), correction.held() ? "others-wait" : "others-count", null);
	}

	@EventListener
	void refused(ResultRefused refused) {
		wanted(refused.participantId()).ifPresent((submission) -> keep(submission, "refused", null));
	}

	@EventListener
	void decided(ReviewDecided decided) {
		keep(decided.submissionId(), decided.accepted() ? "accepted" : "rejected", decided.reason());
	}

	@EventListener
	void asked(MoreAsked asked) {
		keep(asked.submissionId(), "asked", asked.question());
	}

	/**
	 * Takes the oldest, so that it is told once. Call it in the transaction that writes
	 * the letter.
	 */
	Optional<News> take() {
		List<News> oldest = this.jdbc.sql("""
				select id, submission_id, what, words from runner_news
				order by id fetch first 1 rows only for update skip locked
				""")
			.query((row, number) -> new News(row.getLong("id"), row.getLong("submission_id"), row.getString("what"),
					row.getString("words")))
			.list();
		oldest
			.forEach((news) -> this.jdbc.sql("delete from runner_news where id = :id").param("id", news.id()).update());
		return oldest.stream().findFirst();
	}

	private Optional<Long> wanted(long participantId) {
		return this.jdbc.sql("""
				select wanted_submission_id from delivery
				where participant_id = :participant and wanted_submission_id is not null
				""").param("participant", participantId).query(Long.class).optional();
	}

	private void keep(long submissionId, String what, @Nullable String words) {
		this.jdbc.sql("""
				insert into runner_news (submission_id, what, words, at) values (:submission, :what, :words, :now)
				""")
			.param("submission", submissionId)
			.param("what", what)
			.param("words", words, Types.VARCHAR)
			.param("now", this.time.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Something to tell a runner.
	 *
	 * @param id our id
	 * @param submissionId our id of the submission it is about
	 * @param what what is told, a word
	 * @param words words of the race for the runner, null for none
	 */
	record News(long id, long submissionId, String what, @Nullable String words) {

	}

}
